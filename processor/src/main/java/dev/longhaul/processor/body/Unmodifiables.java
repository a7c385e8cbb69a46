package dev.longhaul.processor.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import dev.longhaul.processor.body.FieldUse.How;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The rule about saved collections that begin as one that can't be changed, and are changed. */
final class Unmodifiables {

    private static final Set<String> OWNERS =
            Set.of("java.util.List", "java.util.Set", "java.util.Map", "java.util.Collections");
    private static final List<String> MAKERS = List.of("of", "copyOf", "empty", "singleton", "unmodifiable", "nCopies");

    private static final Pattern SIZE = Pattern.compile("(add|remove|clear|retain).*");

    private Unmodifiables() {}

    static void check(Code code, Roles roles, List<FieldUse> uses, Findings findings) {
        Set<ExecutableElement> later = Reach.from(code, roles.later()).methods();
        Set<VariableElement> told = new HashSet<>();
        for (FieldUse use : uses) {
            ExecutableElement method = use.method();
            String maker = maker(use.field(), code);
            boolean changes = use.how() == How.FILLED || use.how() == How.DRAINED;
            if (changes
                    && maker != null
                    && method != null
                    && later.contains(method)
                    && use.at() instanceof MethodInvocationTree call
                    && !(maker.startsWith("Arrays.") && !changesSize(code.called(call)))
                    && told.add(use.field())) {
                Element called = code.meaning(call);
                findings.add(
                        stateUnmodifiable(
                                Findings.at(method),
                                use.field().getSimpleName().toString(),
                                maker,
                                called == null ? "" : called.getSimpleName().toString()),
                        call);
            }
        }
    }

    /** What makes the only value that a saved field ever has, if that can't be changed. */
    private static @Nullable String maker(VariableElement field, Code code) {
        VariableTree source = code.source(field);
        if (!Progress.isSaved(field)
                || source == null
                || code.assignments(field).size() != 1) {
            return null;
        }
        ExpressionTree initial = source.getInitializer();
        ExecutableElement called = initial instanceof MethodInvocationTree ? code.called(initial) : null;
        TypeElement owner = called == null ? null : Code.owner(called);
        if (called == null || owner == null || !called.getModifiers().contains(Modifier.STATIC)) {
            return null;
        }
        String name = called.getSimpleName().toString();
        boolean fixed = OWNERS.contains(owner.getQualifiedName().toString())
                && MAKERS.stream().anyMatch(name::startsWith);
        return fixed || isOfFixedSize(called, owner) ? owner.getSimpleName() + "." + name : null;
    }

    /** What an array is behind can be sorted, and its elements be replaced. */
    private static boolean changesSize(@Nullable ExecutableElement called) {
        return called != null && SIZE.matcher(called.getSimpleName()).matches();
    }

    private static boolean isOfFixedSize(ExecutableElement called, TypeElement owner) {
        return owner.getQualifiedName().contentEquals("java.util.Arrays")
                && called.getSimpleName().contentEquals("asList");
    }

    /**
     * The first hop would fail.
     *
     * @param field the field that is changed
     * @param maker what makes its first value
     * @param change the method that is called on it
     */
    private static Problem stateUnmodifiable(Located<String> method, String field, String maker, String change) {
        return Problem.warning(
                ProblemId.StateUnmodifiable,
                method.value() + " calls " + change + " on the @State field " + field + ", which begins as what "
                        + maker
                        + " makes, and that cannot be changed. Begin with a copy that can be, such as a new ArrayList of it.",
                method);
    }
}
