package dev.longhaul.processor.body.flow;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.body.value.Constants;
import dev.longhaul.processor.body.value.Lookup;
import dev.longhaul.processor.body.value.Scope;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Loops on a flag that nobody ever changes: a private field that no code of its file's class assigns. */
final class Flags {

    /** Annotations of a class that have nobody write setters for its fields. */
    private static final Set<String> HARMLESS = Set.of("LongRunning", "SuppressWarnings");

    private final Lookup lookup;
    private final Constants constants;

    Flags(Lookup lookup, Constants constants) {
        this.lookup = lookup;
        this.constants = constants;
    }

    /** Whether a condition is such a flag, or its opposite, and holds at the beginning. */
    boolean stay(@Nullable ExpressionTree condition, Scope scope) {
        ExpressionTree bare = condition;
        boolean wanted = true;
        while (bare instanceof ParenthesizedTree || bare instanceof UnaryTree) {
            if (bare instanceof UnaryTree unary) {
                wanted = !wanted;
                bare = unary.getExpression();
            } else {
                bare = ((ParenthesizedTree) bare).getExpression();
            }
        }
        VariableElement field = bare == null ? null : field(bare, scope);
        return field != null
                && field.asType().getKind() == TypeKind.BOOLEAN
                && field.getModifiers().contains(Modifier.PRIVATE)
                && !field.getModifiers().contains(Modifier.VOLATILE)
                && begins(field, wanted)
                && !isAssigned(field);
    }

    private @Nullable VariableElement field(ExpressionTree tree, Scope scope) {
        if (tree instanceof IdentifierTree identifier) {
            return scope.isLocal(identifier.getName()) ? null : lookup.field(scope.site(), identifier.getName());
        }
        return tree instanceof MemberSelectTree select && lookup.words().isThis(select.getExpression())
                ? lookup.fieldOf(scope.site(), select.getIdentifier())
                : null;
    }

    private boolean begins(VariableElement field, boolean wanted) {
        VariableTree tree = lookup.declarations().of(field);
        if (tree == null
                || !(field.getEnclosingElement() instanceof TypeElement owner)
                || !tree.getModifiers().getAnnotations().isEmpty()) {
            return false;
        }
        Object first = tree.getInitializer() == null ? (Object) false : constants.initial(tree, new Scope(owner, null));
        return Boolean.valueOf(wanted).equals(first);
    }

    private boolean isAssigned(VariableElement field) {
        ClassTree outermost = null;
        for (Element around = field.getEnclosingElement();
                around instanceof TypeElement type;
                around = around.getEnclosingElement()) {
            outermost = lookup.declarations().of(type);
            if (outermost == null || !isPlain(outermost.getModifiers().getAnnotations())) {
                return true;
            }
        }
        Assignments assignments = new Assignments(field.getSimpleName());
        assignments.scan(outermost, null);
        return assignments.found;
    }

    private static boolean isPlain(List<? extends AnnotationTree> annotations) {
        for (AnnotationTree annotation : annotations) {
            if (!HARMLESS.contains(annotation.getAnnotationType().toString())) {
                return false;
            }
        }
        return true;
    }

    /** Looks for an assignment to anything of a name. */
    private static final class Assignments extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final Name name;
        private boolean found;

        Assignments(Name name) {
            this.name = name;
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
            look(tree.getVariable());
            return super.visitAssignment(tree, null);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
            look(tree.getVariable());
            return super.visitCompoundAssignment(tree, null);
        }

        private void look(ExpressionTree variable) {
            found |= variable instanceof ParenthesizedTree
                    || (variable instanceof IdentifierTree identifier
                            && identifier.getName().equals(name))
                    || (variable instanceof MemberSelectTree select
                            && select.getIdentifier().equals(name));
        }
    }
}
