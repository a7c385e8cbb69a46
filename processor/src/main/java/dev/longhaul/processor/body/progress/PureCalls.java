package dev.longhaul.processor.body.progress;

import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Methods of the JDK's that look at values and containers, and neither change them nor look at anything else. */
final class PureCalls {

    /** On a container of whatever: how many there are. */
    private static final Set<String> COUNTS = Set.of("isEmpty", "size", "length", "cardinality");

    /** On a container of values: what is in it, by value. */
    private static final Set<String> LOOKS = Set.of(
            "allMatch",
            "anyMatch",
            "between",
            "booleanValue",
            "charAt",
            "compareTo",
            "compareToIgnoreCase",
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "count",
            "distinct",
            "doubleValue",
            "element",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "filter",
            "findAny",
            "findFirst",
            "forEach",
            "first",
            "firstKey",
            "get",
            "getFirst",
            "getKey",
            "getLast",
            "getOrDefault",
            "getValue",
            "hashCode",
            "indexOf",
            "intValue",
            "isAfter",
            "isBefore",
            "isBlank",
            "isEqual",
            "isNegative",
            "isPresent",
            "isZero",
            "last",
            "lastIndexOf",
            "lastKey",
            "longValue",
            "map",
            "mapToInt",
            "mapToLong",
            "matches",
            "max",
            "min",
            "minus",
            "minusDays",
            "minusMillis",
            "minusSeconds",
            "multiply",
            "name",
            "negate",
            "noneMatch",
            "orElse",
            "ordinal",
            "peek",
            "peekFirst",
            "peekLast",
            "plus",
            "plusDays",
            "plusMillis",
            "plusSeconds",
            "signum",
            "skip",
            "startsWith",
            "strip",
            "substring",
            "subtract",
            "sum",
            "toLowerCase",
            "toMillis",
            "toSeconds",
            "toString",
            "toUpperCase",
            "trim");

    /** On a container of values: a view of it, for a chain of looks. */
    private static final Set<String> VIEWS = Set.of("entrySet", "keySet", "stream", "values");

    /** On an enum constant. */
    private static final Set<String> OF_ENUMS =
            Set.of("compareTo", "equals", "hashCode", "name", "ordinal", "toString");

    /** On a container before the first step, to fill it. */
    private static final Set<String> FILLS = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "append",
            "clear",
            "offer",
            "push",
            "put",
            "putAll",
            "putIfAbsent",
            "remove",
            "set");

    private static final Set<String> CLASSES = Set.of(
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Math",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.List",
            "java.util.Map",
            "java.util.Objects",
            "java.util.Optional",
            "java.util.Set");

    /** Static methods of those classes that look elsewhere. */
    private static final Set<String> IMPURE = Set.of("getBoolean", "getInteger", "getLong", "random");

    private PureCalls() {}

    /** Whether a method says only how many there are. */
    static boolean counts(String method) {
        return COUNTS.contains(method);
    }

    /** Whether a method looks at values and gives values. */
    static boolean looks(String method) {
        return COUNTS.contains(method) || LOOKS.contains(method);
    }

    /** Whether a method gives a view of a container. */
    static boolean views(String method) {
        return VIEWS.contains(method);
    }

    /** Whether a method is every enum constant's. */
    static boolean ofEnums(String method) {
        return OF_ENUMS.contains(method);
    }

    /** Whether a method fills or clears a container, and gives nothing through which it could be changed later. */
    static boolean fills(String method) {
        return FILLS.contains(method);
    }

    /** Whether a static method looks at its arguments alone. */
    static boolean isStatic(TypeElement type, String method) {
        String name = type.getQualifiedName().toString();
        if (name.startsWith("java.time.")) {
            return method.startsWith("of") || method.equals("parse") || method.equals("between");
        }
        return CLASSES.contains(name) && !IMPURE.contains(method);
    }
}
