package dev.longhaul.processor.read;

import com.palantir.javapoet.ClassName;
import dev.longhaul.processor.model.ScalarForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Those that are saved as texts, with the method of the runtime's {@code StateReader}. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("java.math.BigDecimal", "bigDecimal"),
            Map.entry("java.math.BigInteger", "bigInteger"),
            Map.entry("java.net.URI", "uri"),
            Map.entry("java.time.Duration", "duration"),
            Map.entry("java.time.Instant", "instant"),
            Map.entry("java.time.LocalDate", "localDate"),
            Map.entry("java.time.LocalDateTime", "localDateTime"),
            Map.entry("java.time.LocalTime", "localTime"),
            Map.entry("java.time.MonthDay", "monthDay"),
            Map.entry("java.time.OffsetDateTime", "offsetDateTime"),
            Map.entry("java.time.OffsetTime", "offsetTime"),
            Map.entry("java.time.Period", "period"),
            Map.entry("java.time.Year", "year"),
            Map.entry("java.time.YearMonth", "yearMonth"),
            Map.entry("java.time.ZoneId", "zoneId"),
            Map.entry("java.time.ZoneOffset", "zoneOffset"),
            Map.entry("java.time.ZonedDateTime", "zonedDateTime"),
            Map.entry("java.util.UUID", "uuid"));

    private static final Map<String, ClassName> IMPLEMENTATIONS = implementations();

    private KnownTypes() {}

    /** The primitive in a box, or null. */
    static @Nullable ScalarForm box(String type) {
        return BOXES.get(type);
    }

    /** The reader's method for a type that is saved as its text, or null. */
    static @Nullable String textReader(String type) {
        return TEXTS.get(type);
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
