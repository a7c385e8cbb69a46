package dev.longhaul.processor.body;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What can change in something of a type without an assignment. */
enum ValueKind {
    /** Nothing: a number, a text, a date, an enum, a record of such. */
    VALUE,
    /** Which values it has: a collection, a map or an array of values, or a builder of texts. */
    VALUES,
    /** Which objects it has, and what is in these. */
    OBJECTS,
    /** Nobody knows. */
    UNKNOWN;

    private static final Set<String> VALUES_OF_JDK = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Math",
            "java.lang.Enum",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.util.Objects",
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.UUID");

    private static final Pattern CONTAINER = Pattern.compile("java\\.util\\.(\\w*(List|Set|Map|Deque|Queue)|Collection)"
            + "|java\\.util\\.concurrent\\.atomic\\.Atomic\\w*(?<!Reference)|java\\.lang\\.StringBuilder");

    /** The kind of a type. */
    static ValueKind of(TypeMirror type) {
        return of(type, new HashSet<>());
    }

    /** The same, with the records that were met: one of them within itself changes nothing of what it is. */
    private static ValueKind of(TypeMirror type, Set<TypeElement> met) {
        if (type.getKind().isPrimitive()) {
            return VALUE;
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType(), met) == VALUE ? VALUES : OBJECTS;
        }
        if (!(type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element)) {
            return UNKNOWN;
        }
        String name = element.getQualifiedName().toString();
        boolean ofValues = declared.getTypeArguments().size()
                        == element.getTypeParameters().size()
                && declared.getTypeArguments().stream().allMatch(argument -> of(argument, met) == VALUE);
        if (CONTAINER.matcher(name).matches()) {
            return ofValues ? VALUES : OBJECTS;
        }
        return isValue(element, name, met) && ofValues ? VALUE : UNKNOWN;
    }

    private static boolean isValue(TypeElement type, String name, Set<TypeElement> met) {
        return switch (type.getKind()) {
            case ENUM -> true;
            case RECORD ->
                !met.add(type)
                        || type.getRecordComponents().stream()
                                .allMatch(component -> of(component.asType(), met) == VALUE);
            default -> isOfJdk(name);
        };
    }

    /** Whether a class of the JDK has nothing that changes, so that what it answers depends on what it is asked alone. */
    static boolean isOfJdk(String name) {
        return VALUES_OF_JDK.contains(name) || (name.startsWith("java.time.") && !name.endsWith("Clock"));
    }

    /** Whether only an assignment changes it. */
    boolean isFixed() {
        return this == VALUE;
    }

    /** Whether it is a collection, a map, an array or a builder. */
    boolean isContainer() {
        return this == VALUES || this == OBJECTS;
    }
}
