package dev.longhaul.processor.read;

import com.palantir.javapoet.ClassName;
import dev.longhaul.processor.model.ScalarForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of the JDK that are saved, by name. */
final class KnownTypes {

    private static final Map<String, ScalarForm> BOXES = Map.of(
            "java.lang.Boolean", ScalarForm.BOOLEAN,
            "java.lang.Byte", ScalarForm.BYTE,
            "java.lang.Short", ScalarForm.SHORT,
            "java.lang.Integer", ScalarForm.INT,
            "java.lang.Long", ScalarForm.LONG,
            "java.lang.Character", ScalarForm.CHAR,
            "java.lang.Float", ScalarForm.FLOAT,
            "java.lang.Double", ScalarForm.DOUBLE);

    /** Those that are saved as texts. */
    private static final Set<String> TEXTS = Set.of(
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.MonthDay",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZoneId",
            "java.time.ZoneOffset",
            "java.time.ZonedDateTime",
            "java.util.UUID");

    private static final Map<String, ClassName> IMPLEMENTATIONS = implementations();

    private KnownTypes() {}

    /** The primitive in a box, or null. */
    static @Nullable ScalarForm box(String type) {
        return BOXES.get(type);
    }

    /** Whether a type is saved as its text. */
    static boolean isText(String type) {
        return TEXTS.contains(type);
    }

    /** The class that a container is restored into, or null. */
    static @Nullable ClassName implementation(String type) {
        return IMPLEMENTATIONS.get(type);
    }

    /** Whether the class that a container is restored into sorts its content. */
    static boolean isSorted(ClassName implementation) {
        return implementation.simpleName().startsWith("Tree");
    }

    private static Map<String, ClassName> implementations() {
        Map<String, ClassName> made = new HashMap<>();
        for (String own : List.of(
                "ArrayDeque",
                "ArrayList",
                "HashMap",
                "HashSet",
                "LinkedHashMap",
                "LinkedHashSet",
                "LinkedList",
                "Optional",
                "TreeMap",
                "TreeSet")) {
            restore(own, own, made);
        }
        restore("Collection", "ArrayList", made);
        restore("List", "ArrayList", made);
        restore("Queue", "ArrayDeque", made);
        restore("Deque", "ArrayDeque", made);
        // The order of insertion is kept.
        restore("Set", "LinkedHashSet", made);
        restore("Map", "LinkedHashMap", made);
        restore("SortedSet", "TreeSet", made);
        restore("NavigableSet", "TreeSet", made);
        restore("SortedMap", "TreeMap", made);
        restore("NavigableMap", "TreeMap", made);
        return Map.copyOf(made);
    }

    private static void restore(String type, String implementation, Map<String, ClassName> made) {
        made.put("java.util." + type, ClassName.get("java.util", implementation));
    }
}
