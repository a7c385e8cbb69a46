package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Collections that would be others in the next hop are refused when they are saved. */
@SuppressWarnings("JdkObsolete") // Users have them.
class RestorableTest {

    private static final List<String> SOME = List.of("b", "a");

    @ParameterizedTest
    @MethodSource
    void whatWouldBeAnotherIsRefused(Class<?> declared, Object value) {
        assertThatThrownBy(() -> write(declared, value))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith("\"todo\": it ")
                .hasMessageContaining("restored")
                .hasMessageEndingWith("@State(codec = ...)")
                .hasMessageNotContaining("\"b\"");
    }

    @SuppressWarnings("serial") // Nobody serializes them.
    static Stream<Arguments> whatWouldBeAnotherIsRefused() {
        Map<String, Integer> accessed = new LinkedHashMap<>(16, 0.75f, true);
        accessed.put("b", 1);
        accessed.put("a", 2);
        return Stream.of(
                Arguments.of(Queue.class, new PriorityQueue<>(SOME)),
                Arguments.of(Queue.class, new LinkedBlockingDeque<>(SOME)),
                Arguments.of(Queue.class, Collections.asLifoQueue(new ArrayDeque<>(SOME))),
                Arguments.of(Deque.class, new LinkedList<>(Collections.singletonList(null))),
                Arguments.of(Collection.class, new HashSet<>(SOME)),
                Arguments.of(Collection.class, new PriorityQueue<>(SOME)),
                Arguments.of(Collection.class, new TreeSet<>(SOME)),
                Arguments.of(Set.class, new TreeSet<>(SOME)),
                Arguments.of(Set.class, new TreeMap<>(Map.of("a", 1)).keySet()),
                Arguments.of(SortedSet.class, new TreeSet<>(SOME).descendingSet()),
                Arguments.of(TreeSet.class, new TreeSet<>(String.CASE_INSENSITIVE_ORDER)),
                Arguments.of(HashSet.class, new LinkedHashSet<>(SOME)),
                Arguments.of(ArrayList.class, new ArrayList<>(SOME) {}),
                Arguments.of(Map.class, new TreeMap<>(Comparator.reverseOrder())),
                Arguments.of(Map.class, new IdentityHashMap<>()),
                Arguments.of(Map.class, accessed),
                Arguments.of(Map.class, new LinkedHashMap<>(16, 0.75f, true)),
                Arguments.of(LinkedHashMap.class, accessed),
                Arguments.of(Map.class, new LinkedHashMap<String, Integer>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                        return size() > 9;
                    }
                }),
                Arguments.of(HashMap.class, new LinkedHashMap<>()),
                Arguments.of(TreeMap.class, new TreeMap<>(Comparator.reverseOrder())),
                Arguments.of(NavigableMap.class, new TreeMap<>(Map.of("a", 1)).descendingMap()),
                Arguments.of(SortedMap.class, new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsTheSameInTheNextHopIsSaved(Class<?> declared, Object value) {
        assertThatCode(() -> write(declared, value)).doesNotThrowAnyException();
    }

    static Stream<Arguments> whatIsTheSameInTheNextHopIsSaved() {
        return Stream.of(
                Arguments.of(Collection.class, SOME),
                Arguments.of(Collection.class, new ArrayDeque<>(SOME)),
                Arguments.of(Collection.class, Map.of("a", "b").values()),
                Arguments.of(LinkedList.class, new LinkedList<>(SOME)),
                Arguments.of(LinkedList.class, new LinkedList<>(Collections.singletonList(null))),
                Arguments.of(Queue.class, new LinkedList<>(SOME)),
                Arguments.of(Queue.class, new ConcurrentLinkedQueue<>(SOME)),
                Arguments.of(ArrayDeque.class, new ArrayDeque<>(SOME)),
                Arguments.of(Set.class, Set.copyOf(SOME)),
                Arguments.of(Set.class, new HashSet<>(SOME)),
                Arguments.of(Set.class, Collections.unmodifiableSet(new LinkedHashSet<>(SOME))),
                Arguments.of(Set.class, new LinkedHashMap<>(Map.of("a", 1)).keySet()),
                Arguments.of(SortedSet.class, new ConcurrentSkipListSet<>(SOME)),
                Arguments.of(SortedSet.class, new TreeSet<>(Comparator.<String>naturalOrder())),
                Arguments.of(Map.class, new HashMap<>(Map.of("a", 1))),
                Arguments.of(Map.class, new LinkedHashMap<>(Map.of("a", 1, "b", 2))),
                Arguments.of(Map.class, new LinkedHashMap<>()),
                Arguments.of(Map.class, new ConcurrentHashMap<>(Map.of("a", 1))),
                Arguments.of(Map.class, new TreeMap<>(Map.of("a", 1))),
                Arguments.of(Map.class, new EnumMap<>(Map.of(TimeUnit.DAYS, 1))),
                Arguments.of(TreeMap.class, new TreeMap<>(Map.of("a", 1))));
    }

    @Test
    void aMapThatIsLookedAtKeepsItsOrder() throws Exception {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);

        write(Map.class, map);

        assertThat(map.keySet()).containsExactly("b", "a");
    }

    @Test
    void aStrictReaderRefusesWhatItWouldPassOver() throws Exception {
        String event = "{\"in\":{\"misspelt\":1}}";

        assertThatThrownBy(() -> passOver(new StateReader(event).strict()))
                .hasMessage("\"in/misspelt\": its type has no such field. Correct the name, or pass over such fields by"
                        + " ignoreUnknown = true");
        assertThatCode(() -> passOver(new StateReader(event))).doesNotThrowAnyException();
    }

    private static void passOver(StateReader in) throws Exception {
        in.beginObject();
        while (in.next()) {
            if (in.at("in")) {
                in.beginObject();
                while (in.next()) {
                    in.skip();
                }
            }
        }
    }

    private static void write(Class<?> declared, Object value) throws Exception {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("todo");
        if (value instanceof Map<?, ?> map) {
            out.entries(declared, map);
        } else {
            out.values(declared, (Collection<?>) value);
        }
        out.endObject();
        out.finish();
    }
}
