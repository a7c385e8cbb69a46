package dev.longhaul.runtime.state;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Whether a collection or a map is restored as what it is. The reader knows the declared type alone, and restores a {@code
 * Queue} as an {@code ArrayDeque}, a {@code Set} as a {@code LinkedHashSet}: what has another order, or other ideas of
 * what is equal, would be another collection in the next hop.
 */
final class Restorable {

    /** Queues of the order of their elements, as an ArrayDeque is one. */
    private static final Set<Class<?>> QUEUES =
            Set.of(ArrayDeque.class, LinkedList.class, ConcurrentLinkedDeque.class, ConcurrentLinkedQueue.class);

    private Restorable() {}

    /**
     * What is wrong with a collection, or null where it is restored as it is.
     *
     * @param declared the class or interface that it is declared as
     */
    static @Nullable String objection(Class<?> declared, Collection<?> value) {
        if (!declared.isInterface() && value.getClass() != declared) {
            return other(value, declared.getSimpleName());
        }
        if (value instanceof SortedSet<?> sorted) {
            return SortedSet.class.isAssignableFrom(declared) ? unnatural(sorted.comparator()) : other(value, declared);
        }
        boolean queue = declared == Queue.class || value instanceof Queue;
        if (queue && !(value instanceof List) && !QUEUES.contains(value.getClass())) {
            return other(value, declared);
        }
        if (declared == Collection.class && value instanceof Set) {
            return other(value, declared);
        }
        boolean deque = Queue.class.isAssignableFrom(declared) && declared != LinkedList.class;
        return deque && value.contains(null)
                ? "it has null in it, and an ArrayDeque, as which it is restored, can't"
                : null;
    }

    /** What is wrong with a map, likewise. */
    static @Nullable String objection(Class<?> declared, Map<?, ?> value) {
        if (!declared.isInterface() && value.getClass() != declared) {
            return other(value, declared.getSimpleName());
        }
        if (value instanceof SortedMap<?, ?> sorted) {
            // Behind a Map, what it has stays in its order; what is put in later comes last, as in any other map.
            return unnatural(sorted.comparator());
        }
        if (value instanceof IdentityHashMap || value instanceof WeakHashMap) {
            return other(value, declared);
        }
        if (value instanceof LinkedHashMap<?, ?> linked) {
            if (linked.getClass() != LinkedHashMap.class) {
                return other(value, declared);
            }
            return isOrderedByAccess(linked)
                    ? "it is ordered by access, and is restored as a LinkedHashMap that is not"
                    : null;
        }
        return null;
    }

    private static String other(Object value, Class<?> declared) {
        return other(
                value,
                switch (declared.getSimpleName()) {
                    case "Collection" -> "ArrayList";
                    case "Queue", "Deque" -> "ArrayDeque";
                    case "Set" -> "LinkedHashSet";
                    case "Map" -> "LinkedHashMap";
                    default -> declared.getSimpleName();
                });
    }

    private static String other(Object value, String restored) {
        return "it is of the class " + value.getClass().getName() + ", and is restored as "
                + (restored.startsWith("A") ? "an " : "a ") + restored
                + ", which is another collection";
    }

    private static @Nullable String unnatural(@Nullable Comparator<?> comparator) {
        return comparator == null || comparator.equals(Comparator.naturalOrder())
                ? null
                : "it has a comparator, and is restored without it";
    }

    /** A map tells nobody: one of its own class is asked for its first key, and looked at whether that goes to the end. */
    @SuppressWarnings("unchecked")
    private static boolean isOrderedByAccess(Map<?, ?> map) {
        // With two keys a map shows its order. The copy of a smaller one has that order, too.
        Map<Object, Object> asked = (Map<Object, Object>) map;
        if (map.size() < 2) {
            asked = (LinkedHashMap<Object, Object>) ((LinkedHashMap<?, ?>) map).clone();
            asked.put(new Object(), "");
            asked.put(new Object(), "");
        }
        Object first = asked.keySet().iterator().next();
        asked.get(first);
        return asked.keySet().iterator().next() != first;
    }
}
