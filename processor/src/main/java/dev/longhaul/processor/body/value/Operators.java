package dev.longhaul.processor.body.value;

import com.sun.source.tree.Tree.Kind;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Java's operators on constants, with null for what has no value for sure. */
final class Operators {

    private Operators() {}

    /** The value of an operator between two constants. */
    static @Nullable Object binary(Kind operator, Object left, Object right) {
        if (operator == Kind.EQUAL_TO || operator == Kind.NOT_EQUAL_TO) {
            Boolean same = same(left, right);
            return same == null ? null : (Object) (same == (operator == Kind.EQUAL_TO));
        }
        if (left instanceof Boolean one && right instanceof Boolean other) {
            return logical(operator, one, other);
        }
        if (operator == Kind.PLUS && (left instanceof String || right instanceof String)) {
            return isElement(left) || isElement(right) ? null : left + String.valueOf(right);
        }
        Number one = number(left);
        Number other = number(right);
        if (one == null || other == null) {
            return null;
        }
        if (one instanceof Double || other instanceof Double) {
            return real(operator, one.doubleValue(), other.doubleValue());
        }
        if (one instanceof Long || other instanceof Long) {
            return whole(operator, one.longValue(), other.longValue());
        }
        Object value = whole(operator, one.intValue(), other.intValue());
        // Java's int arithmetic is long arithmetic cut to 32 bits, save for shifts, which are not worth it here.
        return value instanceof Long number ? (Object) (int) (long) number : value;
    }

    /** The value of an operator before a constant. */
    static @Nullable Object unary(Kind operator, Object operand) {
        if (operand instanceof Boolean value) {
            return operator == Kind.LOGICAL_COMPLEMENT ? (Object) !value : null;
        }
        Number value = number(operand);
        if (value == null || operator == Kind.UNARY_PLUS) {
            return value;
        }
        if (operator != Kind.UNARY_MINUS) {
            return null;
        }
        if (value instanceof Integer number) {
            return -number;
        }
        return value instanceof Long number ? (Object) (-number) : (Object) (-value.doubleValue());
    }

    /** A constant as a variable of a primitive type holds it. */
    static @Nullable Object convert(Object value, TypeKind type) {
        if (value instanceof Boolean) {
            return type == TypeKind.BOOLEAN ? value : null;
        }
        Number number = number(value);
        if (number == null) {
            return null;
        }
        return switch (type) {
            case INT -> number instanceof Integer ? number : null;
            case LONG -> number instanceof Double ? null : (Object) number.longValue();
            case DOUBLE -> number.doubleValue();
            case SHORT -> number instanceof Integer small && small == small.shortValue() ? number : null;
            case BYTE -> number instanceof Integer small && small == small.byteValue() ? number : null;
            case CHAR -> value instanceof Character ? value : null;
            default -> null;
        };
    }

    /** The one of two constants that a conditional takes, as the type holds it that both have in common; else null. */
    static @Nullable Object chosen(Object taken, @Nullable Object left) {
        Number number = number(taken);
        if (number == null) {
            return taken;
        }
        Number other = left == null ? null : number(left);
        if (other == null) {
            return null;
        }
        if (number instanceof Double || other instanceof Double) {
            return number.doubleValue();
        }
        boolean wide = number instanceof Long || other instanceof Long;
        return wide ? (Object) number.longValue() : taken;
    }

    /** Whether two constants are the same, or null where that can't be said. */
    static @Nullable Boolean same(Object left, Object right) {
        if (left == Constants.NULL || right == Constants.NULL) {
            return left == right;
        }
        Number one = number(left);
        Number other = number(right);
        if (one != null && other != null) {
            boolean real = one instanceof Double || other instanceof Double;
            return real ? one.doubleValue() == other.doubleValue() : one.longValue() == other.longValue();
        }
        return left.getClass() == right.getClass() ? (Boolean) left.equals(right) : null;
    }

    private static @Nullable Object logical(Kind operator, boolean left, boolean right) {
        return switch (operator) {
            case AND, CONDITIONAL_AND -> left && right;
            case OR, CONDITIONAL_OR -> left || right;
            case XOR -> left != right;
            default -> null;
        };
    }

    private static @Nullable Object whole(Kind operator, long left, long right) {
        return switch (operator) {
            case LESS_THAN -> left < right;
            case LESS_THAN_EQUAL -> left <= right;
            case GREATER_THAN -> left > right;
            case GREATER_THAN_EQUAL -> left >= right;
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? null : (Object) (left / right);
            case REMAINDER -> right == 0 ? null : (Object) (left % right);
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            default -> null;
        };
    }

    private static @Nullable Object real(Kind operator, double left, double right) {
        return switch (operator) {
            case LESS_THAN -> left < right;
            case LESS_THAN_EQUAL -> left <= right;
            case GREATER_THAN -> left > right;
            case GREATER_THAN_EQUAL -> left >= right;
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            default -> null;
        };
    }

    /** An int, a long or a double; a char counts as its number. Floats are left out. */
    private static @Nullable Number number(Object value) {
        if (value instanceof Character letter) {
            return (int) letter;
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        return value instanceof Integer || value instanceof Long || value instanceof Double ? (Number) value : null;
    }

    private static boolean isElement(Object value) {
        return value instanceof Element;
    }
}
