package dev.longhaul.processor.body.progress;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** How much a field's declared type says about the ways in which its content can change. */
enum FieldKind {
    /** A value of the JDK's: only an assignment to the field changes it, and its methods only look at it. */
    VALUE,
    /** An enum constant or a record of values: the same, but its methods are somebody's own. */
    OWN_VALUE,
    /** An array, a collection or a counter of values: what is in it changes through this object alone. */
    CONTAINER,
    /** The same, of objects that can change by themselves: only how many there are is sure. */
    CONTAINER_OF_OBJECTS,
    /** Anything else: it can change behind the job's back. */
    OPEN;

    private static final Set<String> VALUES = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.UUID");

    private static final Set<String> CONTAINERS = Set.of(
            "java.lang.StringBuilder",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.BitSet",
            "java.util.Collection",
            "java.util.Deque",
            "java.util.EnumMap",
            "java.util.EnumSet",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.List",
            "java.util.Map",
            "java.util.NavigableMap",
            "java.util.NavigableSet",
            "java.util.PriorityQueue",
            "java.util.Queue",
            "java.util.Set",
            "java.util.SortedMap",
            "java.util.SortedSet",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong");

    private static final int DEEPEST = 8;

    /** The kind of a field's type. */
    static FieldKind of(TypeMirror type) {
        return of(type, 0);
    }

    /** Whether a simple or full name is that of a container's class. */
    static boolean isContainer(String name) {
        return CONTAINERS.contains(name)
                || CONTAINERS.contains("java.util." + name)
                || CONTAINERS.contains("java.lang." + name)
                || CONTAINERS.contains("java.util.concurrent.atomic." + name);
    }

    /** Whether only an assignment changes it. */
    boolean isValue() {
        return this == VALUE || this == OWN_VALUE;
    }

    /** Whether a method is the accessor of a component, where the type is a record. */
    static boolean isComponent(TypeMirror type, String method) {
        if (type instanceof DeclaredType declared) {
            for (Element member : declared.asElement().getEnclosedElements()) {
                if (member instanceof RecordComponentElement component
                        && component.getSimpleName().contentEquals(method)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static FieldKind of(TypeMirror type, int depth) {
        if (type.getKind().isPrimitive()) {
            return VALUE;
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType(), depth + 1).isValue() ? CONTAINER : CONTAINER_OF_OBJECTS;
        }
        if (type.getKind() != TypeKind.DECLARED
                || depth > DEEPEST
                || !(type instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)) {
            return OPEN;
        }
        if (element.getKind() == ElementKind.ENUM) {
            return OWN_VALUE;
        }
        if (element.getKind() == ElementKind.RECORD) {
            return holdsValues(element, depth) ? OWN_VALUE : OPEN;
        }
        return jdk(declared, element, depth);
    }

    private static FieldKind jdk(DeclaredType type, TypeElement element, int depth) {
        String name = element.getQualifiedName().toString();
        boolean container = CONTAINERS.contains(name);
        if (!container && !VALUES.contains(name) && !isTime(name)) {
            return OPEN;
        }
        boolean raw =
                type.getTypeArguments().size() < element.getTypeParameters().size();
        for (TypeMirror argument : type.getTypeArguments()) {
            raw |= !of(argument, depth + 1).isValue();
        }
        if (container) {
            return raw ? CONTAINER_OF_OBJECTS : CONTAINER;
        }
        return raw ? OPEN : VALUE;
    }

    private static boolean isTime(String name) {
        return name.startsWith("java.time.") && name.lastIndexOf('.') == 9 && !name.endsWith("Clock");
    }

    private static boolean holdsValues(TypeElement element, int depth) {
        for (Element member : element.getEnclosedElements()) {
            if (member instanceof RecordComponentElement component
                    && !of(component.asType(), depth + 1).isValue()) {
                return false;
            }
        }
        return true;
    }
}
