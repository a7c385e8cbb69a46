package dev.longhaul.processor.body.value;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons that come out the same whatever the variable in them holds: {@code x == A && x == B}, {@code x || !x},
 * {@code items.size() < 0}.
 */
final class Comparisons {

    /** A variable, what it is compared with, and how; a plain boolean is compared with true. */
    private record Test(Name subject, Kind operator, Object constant) {

        Test opposite() {
            return new Test(subject, negated(operator), constant);
        }
    }

    private final Lookup lookup;
    private final Constants constants;

    Comparisons(Lookup lookup, Constants constants) {
        this.lookup = lookup;
        this.constants = constants;
    }

    /** The value of two tests of the same variable side by side, or of one that has no choice; else null. */
    @Nullable
    Object value(BinaryTree tree, Scope scope) {
        Kind kind = tree.getKind();
        if (kind == Kind.CONDITIONAL_AND || kind == Kind.CONDITIONAL_OR) {
            Test last = test(tree.getRightOperand(), scope);
            return last == null ? null : pair(tree.getLeftOperand(), last, kind, scope);
        }
        return isComparison(kind) ? count(tree, scope) : null;
    }

    /** Looks for a test that goes against the last one, back to the first operand that is no test of a variable. */
    private @Nullable Object pair(ExpressionTree before, Test last, Kind kind, Scope scope) {
        boolean both = kind == Kind.CONDITIONAL_AND;
        ExpressionTree rest = before;
        while (true) {
            BinaryTree chain = rest instanceof BinaryTree binary && binary.getKind() == kind ? binary : null;
            Test test = test(chain == null ? rest : chain.getRightOperand(), scope);
            if (test == null) {
                return null;
            }
            if (test.subject().equals(last.subject())
                    && (both ? excludes(test, last) : excludes(test.opposite(), last.opposite()))) {
                return !both;
            }
            if (chain == null) {
                return null;
            }
            rest = chain.getLeftOperand();
        }
    }

    /** A comparison of a size or a length, which is never below zero. */
    private @Nullable Object count(BinaryTree tree, Scope scope) {
        boolean mirrored = isCount(tree.getRightOperand(), scope);
        if (!mirrored && !isCount(tree.getLeftOperand(), scope)) {
            return null;
        }
        Object bound = constants.of(mirrored ? tree.getLeftOperand() : tree.getRightOperand(), scope);
        Kind kind = mirrored ? mirrored(tree.getKind()) : tree.getKind();
        if (!(bound instanceof Integer number) || number > 0) {
            return null;
        }
        boolean below = number < 0;
        return switch (kind) {
            case LESS_THAN -> (Object) false;
            case GREATER_THAN_EQUAL -> (Object) true;
            case LESS_THAN_EQUAL, EQUAL_TO -> below ? (Object) false : null;
            case GREATER_THAN, NOT_EQUAL_TO -> below ? (Object) true : null;
            default -> null;
        };
    }

    private boolean isCount(ExpressionTree tree, Scope scope) {
        if (!(tree instanceof MethodInvocationTree call)
                || !call.getArguments().isEmpty()
                || !(call.getMethodSelect() instanceof MemberSelectTree select)
                || !lookup.words().isCount(select.getIdentifier())) {
            return false;
        }
        VariableElement field = field(select.getExpression(), scope);
        String type = field == null ? "" : field.asType().toString();
        return type.startsWith("java.util.") || type.equals("java.lang.String");
    }

    private @Nullable Test test(ExpressionTree tree, Scope scope) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return test(parenthesized.getExpression(), scope);
        }
        if (tree instanceof UnaryTree unary && unary.getKind() == Kind.LOGICAL_COMPLEMENT) {
            Test inner = test(unary.getExpression(), scope);
            return inner == null ? null : inner.opposite();
        }
        if (tree instanceof BinaryTree binary && isComparison(binary.getKind())) {
            Name left = subject(binary.getLeftOperand(), scope);
            Name right = left == null ? subject(binary.getRightOperand(), scope) : null;
            return left == null
                    ? test(right, mirrored(binary.getKind()), constants.of(binary.getLeftOperand(), scope))
                    : test(left, binary.getKind(), constants.of(binary.getRightOperand(), scope));
        }
        Name flag = subject(tree, scope);
        return flag == null ? null : new Test(flag, Kind.EQUAL_TO, true);
    }

    private static @Nullable Test test(@Nullable Name subject, @Nullable Kind operator, @Nullable Object constant) {
        return subject == null || operator == null || constant == null ? null : new Test(subject, operator, constant);
    }

    /** The field that an expression names, where it holds the same as long as nobody assigns it, and is no fraction. */
    private @Nullable Name subject(ExpressionTree tree, Scope scope) {
        VariableElement field = field(tree, scope);
        if (field == null
                || field.getModifiers().contains(Modifier.VOLATILE)
                || field.getModifiers().contains(Modifier.FINAL)) {
            return null;
        }
        String type = field.asType().toString();
        boolean fraction = type.equals("double")
                || type.equals("float")
                || type.equals("java.lang.Double")
                || type.equals("java.lang.Float");
        return fraction ? null : field.getSimpleName();
    }

    private @Nullable VariableElement field(ExpressionTree tree, Scope scope) {
        if (tree instanceof IdentifierTree identifier) {
            return scope.isLocal(identifier.getName()) ? null : lookup.field(scope.site(), identifier.getName());
        }
        return tree instanceof MemberSelectTree select && lookup.words().isThis(select.getExpression())
                ? lookup.fieldOf(scope.site(), select.getIdentifier())
                : null;
    }

    /** Whether no value passes both tests. */
    private static boolean excludes(Test one, Test other) {
        if (one.operator() == Kind.EQUAL_TO) {
            return fails(one.constant(), other);
        }
        if (other.operator() == Kind.EQUAL_TO) {
            return fails(other.constant(), one);
        }
        // "above a" and "below b" leave nothing between them, where b is not above a.
        boolean up = isLower(one.operator()) && isUpper(other.operator());
        boolean down = isUpper(one.operator()) && isLower(other.operator());
        Test lower = up ? one : other;
        Test upper = up ? other : one;
        boolean touching = lower.operator() == Kind.GREATER_THAN_EQUAL && upper.operator() == Kind.LESS_THAN_EQUAL;
        Kind apart = touching ? Kind.LESS_THAN : Kind.LESS_THAN_EQUAL;
        return (up || down) && Boolean.TRUE.equals(Operators.binary(apart, upper.constant(), lower.constant()));
    }

    private static boolean fails(Object value, Test test) {
        return Boolean.FALSE.equals(Operators.binary(test.operator(), value, test.constant()));
    }

    private static boolean isComparison(Kind operator) {
        return operator == Kind.EQUAL_TO || operator == Kind.NOT_EQUAL_TO || isLower(operator) || isUpper(operator);
    }

    /** The operator that is true where this one is false. */
    private static Kind negated(Kind operator) {
        return switch (operator) {
            case EQUAL_TO -> Kind.NOT_EQUAL_TO;
            case NOT_EQUAL_TO -> Kind.EQUAL_TO;
            case LESS_THAN -> Kind.GREATER_THAN_EQUAL;
            case GREATER_THAN_EQUAL -> Kind.LESS_THAN;
            case GREATER_THAN -> Kind.LESS_THAN_EQUAL;
            default -> Kind.GREATER_THAN;
        };
    }

    /** The operator that says the same with the operands changed round. */
    private static Kind mirrored(Kind operator) {
        return switch (operator) {
            case LESS_THAN -> Kind.GREATER_THAN;
            case GREATER_THAN_EQUAL -> Kind.LESS_THAN_EQUAL;
            case GREATER_THAN -> Kind.LESS_THAN;
            case LESS_THAN_EQUAL -> Kind.GREATER_THAN_EQUAL;
            default -> operator;
        };
    }

    private static boolean isLower(Kind operator) {
        return operator == Kind.GREATER_THAN || operator == Kind.GREATER_THAN_EQUAL;
    }

    private static boolean isUpper(Kind operator) {
        return operator == Kind.LESS_THAN || operator == Kind.LESS_THAN_EQUAL;
    }
}
