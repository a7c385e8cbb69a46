package dev.longhaul.processor.body.value;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The values of those calls of the JDK's on constants that are written by hand now and then. */
final class KnownCalls {

    /** The methods' names. */
    static final String[] METHODS = {
        "booleanValue",
        "contains",
        "endsWith",
        "equals",
        "equalsIgnoreCase",
        "isBlank",
        "isEmpty",
        "isNull",
        "length",
        "nonNull",
        "parseBoolean",
        "startsWith",
        "valueOf"
    };

    private final Words words;

    private final Constants constants;

    KnownCalls(Words words, Constants constants) {
        this.words = words;
        this.constants = constants;
    }

    /** The value of a call on an expression or a class, or null. */
    @Nullable
    Object value(MethodInvocationTree call, Scope scope) {
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)
                || !words.isKnownCall(select.getIdentifier())) {
            return null;
        }
        String name = select.getIdentifier().toString();
        List<? extends ExpressionTree> arguments = call.getArguments();
        Object receiver = constants.of(select.getExpression(), scope);
        if (receiver != null) {
            Object argument = arguments.size() == 1 ? constants.of(arguments.get(0), scope) : null;
            return onConstant(name, receiver, arguments.isEmpty() ? Constants.UNSET : argument);
        }
        return switch (name) {
            case "valueOf", "parseBoolean" ->
                isClass(select, scope, "java.lang.Boolean") ? bool(constants.of(arguments.get(0), scope)) : null;
            case "equals" ->
                isClass(select, scope, "java.util.Objects") && arguments.size() == 2
                        ? same(constants.of(arguments.get(0), scope), constants.of(arguments.get(1), scope))
                        : null;
            case "isNull" -> isNull(select, arguments, scope);
            case "nonNull" -> isNull(select, arguments, scope) instanceof Boolean value ? (Object) !value : null;
            default -> null;
        };
    }

    private @Nullable Object isNull(MemberSelectTree select, List<? extends ExpressionTree> arguments, Scope scope) {
        Object value = isClass(select, scope, "java.util.Objects") ? constants.of(arguments.get(0), scope) : null;
        return value == null ? null : (Object) (value == Constants.NULL);
    }

    private boolean isClass(MemberSelectTree select, Scope scope, String name) {
        TypeElement type = constants.typeOf(select.getExpression(), scope);
        return type != null && type.getQualifiedName().contentEquals(name);
    }

    private static @Nullable Object bool(@Nullable Object value) {
        if (value instanceof String text) {
            return Boolean.parseBoolean(text);
        }
        return value instanceof Boolean ? value : null;
    }

    private static @Nullable Object same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return null;
        }
        boolean comparable = one.getClass() == other.getClass() || isNull(one) || isNull(other);
        return comparable ? (Object) one.equals(other) : null;
    }

    private static boolean isNull(Object value) {
        return value == Constants.NULL;
    }

    private static @Nullable Object onConstant(String name, Object receiver, @Nullable Object argument) {
        if (argument == null || isNull(receiver)) {
            return null;
        }
        if (name.equals("equals")) {
            return same(receiver, argument);
        }
        if (argument == Constants.UNSET) {
            if (receiver instanceof Boolean) {
                return name.equals("booleanValue") ? receiver : null;
            }
            return receiver instanceof String text ? onText(name, text) : null;
        }
        return receiver instanceof String text && argument instanceof String other ? onTexts(name, text, other) : null;
    }

    private static @Nullable Object onText(String name, String text) {
        return switch (name) {
            case "isEmpty" -> text.isEmpty();
            case "isBlank" -> text.isBlank();
            case "length" -> text.length();
            default -> null;
        };
    }

    private static @Nullable Object onTexts(String name, String text, String other) {
        return switch (name) {
            case "equalsIgnoreCase" -> text.equalsIgnoreCase(other);
            case "startsWith" -> text.startsWith(other);
            case "endsWith" -> text.endsWith(other);
            case "contains" -> text.contains(other);
            default -> null;
        };
    }
}
