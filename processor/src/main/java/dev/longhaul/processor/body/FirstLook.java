package dev.longhaul.processor.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import dev.longhaul.processor.body.FieldUse.How;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The values of a job's fields when its end is asked for the first time, before the first step. */
final class FirstLook implements Constants {

    private static final Set<String> EMPTY_ONES = Set.of("of", "empty", "emptyList", "emptySet", "emptyMap");

    private final Code code;
    private final Values values;
    private final boolean open;
    private final Set<VariableElement> touched = new HashSet<>();

    /** Those that are empty only until a step fills them; where nobody does, what is there is no whole job. */
    private final Set<VariableElement> filled = new HashSet<>();

    FirstLook(Code code, Roles roles, List<FieldUse> uses) {
        this.code = code;
        this.values = new Outcomes(code).values();
        Collection<ExecutableElement> begin = new HashSet<>(roles.starts());
        begin.addAll(roles.ends());
        Reach before = Reach.from(code, begin);
        this.open = before.isOpen() || SelfUses.isGivenAway(code, before.methods());
        for (FieldUse use : uses) {
            boolean early =
                    use.making() || use.method() == null || before.methods().contains(use.method());
            if (early && use.how() != How.READ && use.how() != How.TESTED) {
                touched.add(use.field());
            }
        }
        for (FieldUse use : uses) {
            if (isReset(use)) {
                touched.add(use.field());
            } else if (use.how() == How.FILLED || use.how() == How.SET) {
                filled.add(use.field());
            }
        }
    }

    /** Whether a count goes back to where it began: then nobody knows which of the two the end means. */
    private boolean isReset(FieldUse use) {
        boolean counted = code.assignments(use.field()).stream().anyMatch(one -> one.value() == null);
        return use.how() == How.SET
                && counted
                && use.at() instanceof AssignmentTree assignment
                && values.of(assignment.getExpression()) instanceof Number;
    }

    /** Whether an end is true before the first step. */
    boolean isTrue(ExecutableElement end) {
        return !open && Boolean.TRUE.equals(new Outcomes(code, this).of(end).value());
    }

    @Override
    public @Nullable Object at(VariableElement field) {
        VariableTree source = code.source(field);
        boolean known = source != null
                && code.hierarchy().contains(Code.owner(field))
                && !touched.contains(field)
                && !field.getModifiers().contains(Modifier.STATIC)
                && field.getAnnotationMirrors().stream()
                        .map(Code::name)
                        .allMatch(name -> name.startsWith("dev.longhaul.") || name.startsWith("java.lang."));
        if (!known || source == null) {
            return null;
        }
        ExpressionTree initial = source.getInitializer();
        if (initial == null) {
            return unset(field.asType());
        }
        if (isEmpty(initial)) {
            return filled.contains(field) ? Values.EMPTY : null;
        }
        return Values.held(values.of(initial), field.asType());
    }

    private static @Nullable Object unset(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> (Object) false;
            case INT -> (Object) 0;
            case LONG -> (Object) 0L;
            case DECLARED, ARRAY -> Values.NULL;
            default -> null;
        };
    }

    /** Whether an initial value is a collection, a map or an Optional with nothing in it. */
    private boolean isEmpty(ExpressionTree initial) {
        TypeMirror type = code.type(initial);
        if (type == null || !Code.isIn("java.util.", type)) {
            return false;
        }
        if (initial instanceof NewClassTree made) {
            return made.getArguments().isEmpty()
                    && made.getClassBody() == null
                    && ValueKind.of(type).isContainer();
        }
        ExecutableElement called = initial instanceof MethodInvocationTree ? code.called(initial) : null;
        return called != null
                && called.getKind() == ElementKind.METHOD
                && called.getModifiers().contains(Modifier.STATIC)
                && ((MethodInvocationTree) initial).getArguments().isEmpty()
                && Code.isJdk(called)
                && EMPTY_ONES.contains(called.getSimpleName().toString());
    }
}
