package dev.longhaul.processor.read;

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

    /** How a text is read back: {@code $T} is the type. */
    private static final Map<String, String> PARSED = parsed();

    private static final Map<String, String> IMPLEMENTATIONS = implementations();

    private KnownTypes() {}

    /** The primitive in a box, or null. */
    static @Nullable ScalarForm box(String type) {
        return BOXES.get(type);
    }

    /** The call that reads the text of a type, or null. */
    static @Nullable String parse(String type) {
        return PARSED.get(type);
    }

    /** The class that a container is restored into, or null. */
    static @Nullable String implementation(String type) {
        return IMPLEMENTATIONS.get(type);
    }

    private static Map<String, String> parsed() {
        Map<String, String> parsed = new HashMap<>();
        for (String time : List.of(
                "Instant",
                "LocalDate",
                "LocalTime",
                "LocalDateTime",
                "OffsetDateTime",
                "OffsetTime",
                "ZonedDateTime",
                "Duration",
                "Period",
                "Year",
                "YearMonth",
                "MonthDay")) {
            parsed.put("java.time." + time, "$T.parse");
        }
        parsed.put("java.time.ZoneId", "$T.of");
        parsed.put("java.time.ZoneOffset", "$T.of");
        parsed.put("java.util.UUID", "$T.fromString");
        parsed.put("java.math.BigDecimal", "new $T");
        parsed.put("java.math.BigInteger", "new $T");
        parsed.put("java.net.URI", "$T.create");
        return Map.copyOf(parsed);
    }

    private static Map<String, String> implementations() {
        Map<String, String> made = new HashMap<>();
        for (String own : List.of(
                "ArrayList",
                "LinkedList",
                "ArrayDeque",
                "HashSet",
                "LinkedHashSet",
                "TreeSet",
                "HashMap",
                "LinkedHashMap",
                "TreeMap")) {
            made.put("java.util." + own, "java.util." + own);
        }
        made.put("java.util.Collection", "java.util.ArrayList");
        made.put("java.util.List", "java.util.ArrayList");
        made.put("java.util.Queue", "java.util.ArrayDeque");
        made.put("java.util.Deque", "java.util.ArrayDeque");
        // The order of insertion is kept, also where the original set or map had another one.
        made.put("java.util.Set", "java.util.LinkedHashSet");
        made.put("java.util.Map", "java.util.LinkedHashMap");
        made.put("java.util.SortedSet", "java.util.TreeSet");
        made.put("java.util.NavigableSet", "java.util.TreeSet");
        made.put("java.util.SortedMap", "java.util.TreeMap");
        made.put("java.util.NavigableMap", "java.util.TreeMap");
        made.put("java.util.Optional", "java.util.Optional");
        return Map.copyOf(made);
    }
}
