package dev.longhaul.processor.body;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.names.Names;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where the time of day is read. */
final class Clocks extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Set<String> CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.instant",
            "java.time.Clock.millis",
            "java.time.InstantSource.instant",
            "java.time.InstantSource.millis",
            "java.util.Calendar.getInstance",
            Names.JOB_CONTEXT + ".now");

    private final Code code;
    private boolean read;

    private Clocks(Code code) {
        this.code = code;
    }

    /** Whether an expression reads a clock. */
    static boolean isRead(@Nullable Tree expression, Code code) {
        Clocks clocks = new Clocks(code);
        clocks.scan(expression, null);
        return clocks.read;
    }

    /** Whether something of a type can be a point in time. */
    static boolean isTime(TypeMirror type) {
        return type.getKind().isPrimitive()
                || Code.isIn("java.time.", type)
                || Code.isIn("java.util.Date", type)
                || Code.isIn("java.util.Calendar", type)
                || Code.isIn("java.lang.Long", type);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExecutableElement called = code.called(tree);
        if (called != null) {
            String owner = Code.ownerName(called);
            read |= CALLS.contains(owner + "." + called.getSimpleName())
                    || (called.getSimpleName().contentEquals("now") && owner.startsWith("java.time."));
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        TypeMirror type = code.type(tree);
        read |= type != null
                && Code.isIn("java.util.Date", type)
                && tree.getArguments().isEmpty();
        return super.visitNewClass(tree, null);
    }
}
