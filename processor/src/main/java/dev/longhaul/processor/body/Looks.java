package dev.longhaul.processor.body;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Methods of the JDK that change nothing. Where the receiver is a value, its type says so; of collections and of static
 * methods, no signature tells those that look from those that change, or that ask the outside: these are named here.
 */
final class Looks {

    private static final Set<String> AT_CONTAINERS = Set.of(
            "size",
            "isEmpty",
            "length",
            "contains",
            "containsKey",
            "containsValue",
            "containsAll",
            "get",
            "getOrDefault",
            "first",
            "last",
            "firstKey",
            "lastKey",
            "peek",
            "peekFirst",
            "peekLast",
            "getFirst",
            "getLast",
            "indexOf",
            "charAt",
            "toString",
            "equals",
            "hashCode",
            "intValue",
            "longValue",
            "element",
            "forEach");

    private static final Set<String> AT_THE_OUTSIDE = Set.of("now", "getBoolean", "getInteger", "getLong");

    private Looks() {}

    /** Whether a method of a collection, a map or a builder leaves it as it is, and gives nothing out that changes it. */
    static boolean isLook(ExecutableElement method) {
        return Values.isJdk(method)
                && AT_CONTAINERS.contains(method.getSimpleName().toString());
    }

    /** Whether a method looks at how much is in a container, and not at what. */
    static boolean isCount(ExecutableElement method) {
        return Values.isJdk(method)
                && method.getParameters().isEmpty()
                && isLook(method)
                && method.getReturnType().getKind().isPrimitive();
    }

    /** Whether the answer of a static method depends on its arguments alone. */
    static boolean isFunction(ExecutableElement method) {
        TypeElement type = Code.owner(method);
        String owner = type == null ? "" : type.getQualifiedName().toString();
        boolean factory = owner.startsWith("java.util.")
                && method.getModifiers().contains(Modifier.STATIC)
                && method.getSimpleName().contentEquals("of");
        boolean random = method.getParameters().isEmpty();
        return factory
                || (ValueKind.isOfJdk(owner)
                        && !random
                        && !AT_THE_OUTSIDE.contains(method.getSimpleName().toString()));
    }
}
