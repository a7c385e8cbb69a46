package dev.longhaul.processor.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which single values are read back as the same values when their type has become another one: those of a type of which every
 * value is one of the other, and is stored alike.
 */
final class Leaves {

    private static final String STRING = "java.lang.String";
    private static final String BIG_INTEGER = "java.math.BigInteger";
    private static final String BIG_DECIMAL = "java.math.BigDecimal";
    private static final String BYTES = "byte[]";

    private static final Map<String, String> BOXES = Map.of(
            "java.lang.Boolean", "boolean",
            "java.lang.Byte", "byte",
            "java.lang.Short", "short",
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Character", "char",
            "java.lang.Float", "float",
            "java.lang.Double", "double");

    private static final List<String> WHOLE = List.of("byte", "short", "int", "long");
    private static final List<String> FRACTIONS = List.of("float", "double");

    /** Besides a type itself. A float is read as the double of the same decimals. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "byte",
            Set.of("short", "int", "long", "float", "double"),
            "short",
            Set.of("int", "long", "float", "double"),
            "int",
            Set.of("long", "double"),
            "float",
            Set.of("double"),
            BIG_INTEGER,
            Set.of(BIG_DECIMAL),
            "java.time.OffsetDateTime",
            Set.of("java.time.ZonedDateTime"),
            "java.time.ZoneOffset",
            Set.of("java.time.ZoneId"));

    private Leaves() {}

    /** Why a value may not be read as the same one, or null. */
    static @Nullable String objection(Form.Leaf stored, Form.Leaf read) {
        String from = unboxed(stored);
        String to = unboxed(read);
        if (from.equals(to) || wider(from).contains(to) || (to.equals(STRING) && isText(from))) {
            return null;
        }
        String kind = kind(from);
        if (!kind.equals(kind(to))) {
            return "it is stored as " + kind + ", and is read from " + kind(to);
        }
        if (isNumber(from)) {
            return WHOLE.contains(to) && WHOLE.contains(from)
                    ? "a number may be too large for it"
                    : "a number may be one that it does not have";
        }
        return from.equals(BYTES)
                ? "the bytes are stored as Base64, and it would be that text"
                : "not every " + Form.simple(from) + " that is stored is one";
    }

    /** Why the key of a map, which is always a text, may not be read as the same one, or null. */
    static @Nullable String keyObjection(Form.Leaf stored, Form.Leaf read) {
        String from = unboxed(stored);
        String to = unboxed(read);
        boolean exact = from.equals(to)
                || wider(from).contains(to)
                || to.equals(STRING)
                || (WHOLE.contains(from) && (to.equals(BIG_INTEGER) || to.equals(BIG_DECIMAL)));
        return exact ? null : "not every " + Form.simple(from) + " that is a key is one";
    }

    private static Set<String> wider(String type) {
        return WIDER.getOrDefault(type, Set.of());
    }

    private static String unboxed(Form.Leaf leaf) {
        return BOXES.getOrDefault(leaf.type(), leaf.type());
    }

    private static boolean isNumber(String type) {
        return WHOLE.contains(type) || FRACTIONS.contains(type);
    }

    /** Whether it is stored as the text that it is. */
    private static boolean isText(String type) {
        return !isNumber(type) && !type.equals("boolean") && !type.equals(BYTES);
    }

    /** What a value is in JSON. */
    private static String kind(String type) {
        return type.equals("boolean") ? "a truth value" : isNumber(type) ? "a number" : "a text";
    }
}
