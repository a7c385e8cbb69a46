package dev.longhaul.processor.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What a job has from its resources. */
final class Given {

    private Given() {}

    /**
     * Whether a field holds what a constructor was given, or has asked of that, and whose content may be outside of this
     * machine: an interface says nothing of where it is.
     */
    static boolean isKeptElsewhere(VariableElement field, Code code) {
        Element type = code.types().asElement(field.asType());
        return type != null && type.getKind().isInterface() && isGiven(field, code);
    }

    /** Whether a constructor sets a field to something that it was given, or that it asks of that. */
    private static boolean isGiven(VariableElement field, Code code) {
        return code.assignments(field).stream()
                .map(ResolvedClass.Assignment::value)
                .anyMatch(value -> value != null && !isOwn(value) && mentionsGiven(value, code));
    }

    /** Whether a value is a new object, perhaps with a copy of what was given. */
    private static boolean isOwn(ExpressionTree value) {
        return Code.bare(value) instanceof NewClassTree;
    }

    private static boolean mentionsGiven(ExpressionTree value, Code code) {
        boolean[] mentioned = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                mentioned[0] |= isOfConstructor(code.meaning(tree));
                return null;
            }
        }.scan(value, null);
        return mentioned[0];
    }

    private static boolean isOfConstructor(@Nullable Element named) {
        return named != null
                && (named.getKind() == ElementKind.PARAMETER || named.getKind() == ElementKind.LOCAL_VARIABLE)
                && named.getEnclosingElement() instanceof ExecutableElement owner
                && owner.getKind() == ElementKind.CONSTRUCTOR;
    }
}
