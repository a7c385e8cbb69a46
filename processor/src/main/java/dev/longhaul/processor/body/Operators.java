package dev.longhaul.processor.body;

import com.sun.source.tree.Tree.Kind;
import org.jspecify.annotations.Nullable;

/** What comes of two values. */
final class Operators {

    private Operators() {}

    /** The value of an expression with two operands, or null where it is not known, as that of an operand may be. */
    static @Nullable Object apply(Kind kind, @Nullable Object left, @Nullable Object right) {
        return switch (kind) {
            case CONDITIONAL_AND, AND -> both(left, right, false);
            case CONDITIONAL_OR, OR -> both(left, right, true);
            default ->
                left instanceof Number one && right instanceof Number other
                        ? numbers(kind, one, other)
                        : same(kind, left, right);
        };
    }

    /** How a number that is not below zero, and otherwise not known, compares with another; null where it depends. */
    static @Nullable Object ofCount(Kind kind, Number other) {
        long bound = other.longValue();
        if (!isWhole(other) || bound > 0) {
            return null;
        }
        return switch (kind) {
            case LESS_THAN -> (Object) false;
            case GREATER_THAN_EQUAL -> (Object) true;
            case EQUAL_TO, LESS_THAN_EQUAL -> bound < 0 ? (Object) false : null;
            case NOT_EQUAL_TO, GREATER_THAN -> bound < 0 ? (Object) true : null;
            default -> null;
        };
    }

    /** The comparison that says the same with the operands changed about. */
    static Kind turned(Kind kind) {
        return switch (kind) {
            case LESS_THAN -> Kind.GREATER_THAN;
            case GREATER_THAN -> Kind.LESS_THAN;
            case LESS_THAN_EQUAL -> Kind.GREATER_THAN_EQUAL;
            case GREATER_THAN_EQUAL -> Kind.LESS_THAN_EQUAL;
            default -> kind;
        };
    }

    /** One operand decides if it has the deciding value; else both must be known. */
    private static @Nullable Object both(@Nullable Object left, @Nullable Object right, Boolean deciding) {
        if (deciding.equals(left) || deciding.equals(right)) {
            return deciding;
        }
        return (left instanceof Boolean && right instanceof Boolean) ? !deciding : null;
    }

    private static @Nullable Object same(Kind kind, @Nullable Object left, @Nullable Object right) {
        // Texts are compared by identity here; null is identical to nothing else.
        if (left == null || right == null || (left == Values.EMPTY && right == Values.EMPTY)) {
            return null;
        }
        boolean known = left == Values.NULL
                || right == Values.NULL
                || (left.getClass() == right.getClass() && !(left instanceof String));
        if (!known) {
            return null;
        }
        return switch (kind) {
            case EQUAL_TO -> left.equals(right);
            case NOT_EQUAL_TO, XOR -> !left.equals(right);
            default -> null;
        };
    }

    private static @Nullable Object numbers(Kind kind, Number left, Number right) {
        if (!isWhole(left) || !isWhole(right)) {
            return null;
        }
        long one = left.longValue();
        long other = right.longValue();
        boolean wide = left instanceof Long || right instanceof Long;
        return switch (kind) {
            case EQUAL_TO -> one == other;
            case NOT_EQUAL_TO -> one != other;
            case LESS_THAN -> one < other;
            case LESS_THAN_EQUAL -> one <= other;
            case GREATER_THAN -> one > other;
            case GREATER_THAN_EQUAL -> one >= other;
            case PLUS -> number(one + other, wide);
            case MINUS -> number(one - other, wide);
            case MULTIPLY -> number(one * other, wide);
            case DIVIDE -> other == 0 ? null : number(one / other, wide);
            case REMAINDER -> other == 0 ? null : number(one % other, wide);
            default -> null;
        };
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static Object number(long value, boolean wide) {
        return wide ? (Object) value : (Object) (int) value;
    }
}
