package dev.longhaul.processor.body.value;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The names that an expression sees: those of its class, and in front of them the local variables at its place. */
public final class Scope {

    private final TypeElement site;
    private final @Nullable Tree body;
    private final List<Name> names = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private @Nullable Map<Name, Object> assigned;

    /**
     * A scope without local variables as yet.
     *
     * @param site the class that the expression stands in
     * @param body the body of its method, or null where it stands in none
     */
    public Scope(TypeElement site, @Nullable Tree body) {
        this.site = site;
        this.body = body;
    }

    /** The class that the expression stands in. */
    public TypeElement site() {
        return site;
    }

    /** The place to which {@link #close} goes back. */
    public int open() {
        return names.size();
    }

    /** Forgets the variables that were declared since. */
    public void close(int mark) {
        while (names.size() > mark) {
            names.remove(names.size() - 1);
            values.remove(values.size() - 1);
        }
    }

    /** Declares a variable with its first value: a constant, {@link Constants#UNSET}, or null for what is not known. */
    public void declare(Name name, @Nullable Object value) {
        names.add(name);
        values.add(value);
    }

    /** Whether a name is that of a local variable here. */
    public boolean isLocal(Name name) {
        return names.lastIndexOf(name) >= 0;
    }

    /** The only value that a local variable ever has, or null. */
    @Nullable
    Object value(Name name) {
        Object first = values.get(names.lastIndexOf(name));
        if (first == null) {
            return null;
        }
        Object later = assigned().get(name);
        if (later == null) {
            return first == Constants.UNSET ? null : first;
        }
        return first == Constants.UNSET || first.equals(later) ? Constants.known(later) : null;
    }

    /** What is assigned to names anywhere in the body; looked up by name alone, so that it can only be too much. */
    private Map<Name, Object> assigned() {
        Map<Name, Object> known = assigned;
        if (known == null) {
            known = new HashMap<>();
            assigned = known;
            new Assignments(known).scan(body, null);
        }
        return known;
    }

    /** Collects what is assigned to each name: the one constant, or {@link Constants#UNSET} where there is no one. */
    private static final class Assignments extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final Map<Name, Object> assigned;

        Assignments(Map<Name, Object> assigned) {
            this.assigned = assigned;
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
            add(tree.getVariable(), tree.getExpression() instanceof LiteralTree literal ? literal.getValue() : null);
            return super.visitAssignment(tree, null);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
            // "flag &= x" leaves the flag as it is, or makes it false.
            Object value = switch (tree.getKind()) {
                case AND_ASSIGNMENT -> false;
                case OR_ASSIGNMENT -> true;
                default -> null;
            };
            add(tree.getVariable(), value);
            return super.visitCompoundAssignment(tree, null);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
            Kind kind = tree.getKind();
            if (kind == Kind.PREFIX_INCREMENT
                    || kind == Kind.PREFIX_DECREMENT
                    || kind == Kind.POSTFIX_INCREMENT
                    || kind == Kind.POSTFIX_DECREMENT) {
                add(tree.getExpression(), null);
            }
            return super.visitUnary(tree, null);
        }

        private void add(ExpressionTree variable, @Nullable Object value) {
            if (variable instanceof IdentifierTree identifier) {
                Object found = value == null ? Constants.UNSET : value;
                Object before = assigned.put(identifier.getName(), found);
                if (before != null && !before.equals(found)) {
                    assigned.put(identifier.getName(), Constants.UNSET);
                }
            }
        }
    }
}
