package dev.longhaul.processor.body;

import dev.longhaul.processor.body.FieldUse.How;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

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

    private static final Set<String> STREAMS = Set.of("stream", "parallelStream", "toArray");
    private static final Set<String> VIEWS = Set.of(
            "listIterator", "subList", "headSet", "tailSet", "subSet", "headMap", "tailMap", "subMap", "reversed");

    private static final Pattern DRAINS = Pattern.compile(
            "(remove|poll|pop|take|drain|retain|clear|delete).*|iterator|keySet|values|entrySet|descending.*");
    private static final Pattern LOOKS_AT_NUMBERS =
            Pattern.compile("get|getPlain|getAcquire|getOpaque|sum|.*Value|toString");
    private static final Pattern RESETS = Pattern.compile(".*[sS]et.*|.*[rR]eset|compareAnd.*|weak.*|lazy.*");

    private Looks() {}

    /** Whether a method of a collection, a map or a builder leaves it as it is, and gives nothing out that changes it. */
    static boolean isLook(ExecutableElement method) {
        return Code.isJdk(method)
                && AT_CONTAINERS.contains(method.getSimpleName().toString());
    }

    /** Whether a method looks at how much is in a container, and not at what. */
    static boolean isCount(ExecutableElement method) {
        return Code.isJdk(method)
                && method.getParameters().isEmpty()
                && isLook(method)
                && method.getReturnType().getKind().isPrimitive();
    }

    /** Whether the answer of a static method depends on its arguments alone. */
    static boolean isFunction(ExecutableElement method) {
        String owner = Code.ownerName(method);
        boolean factory = owner.startsWith("java.util.")
                && method.getModifiers().contains(Modifier.STATIC)
                && method.getSimpleName().contentEquals("of");
        boolean random = method.getParameters().isEmpty();
        return factory
                || (ValueKind.isOfJdk(owner)
                        && !random
                        && !AT_THE_OUTSIDE.contains(method.getSimpleName().toString()));
    }

    /** What a call of a method does with the object that a field holds. */
    static How effect(ExecutableElement method, TypeMirror type) {
        String name = method.getSimpleName().toString();
        if (Code.isIn("java.util.concurrent.atomic.", type)) {
            boolean resets = RESETS.matcher(name).matches();
            return LOOKS_AT_NUMBERS.matcher(name).matches() ? How.READ : resets ? How.SET : How.COUNTED;
        }
        if (!ValueKind.of(type).isContainer() || isLook(method) || STREAMS.contains(name)) {
            return How.READ;
        }
        return VIEWS.contains(name) ? How.GIVEN : DRAINS.matcher(name).matches() ? How.DRAINED : How.FILLED;
    }
}
