package dev.longhaul.processor.body.value;

import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The values that the methods of the job itself give back. */
public interface OwnCalls {

    /** Whether a call is on the object itself. */
    boolean isOwn(MethodInvocationTree call);

    /**
     * The one constant that a call gives back, or null.
     *
     * @param site the class that the call stands in
     * @param arguments the constants that it is given, null among them for what is not known
     */
    @Nullable
    Object value(TypeElement site, MethodInvocationTree call, List<@Nullable Object> arguments);
}
