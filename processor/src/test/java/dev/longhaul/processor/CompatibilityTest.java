package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.testing.compile.Compilation;
import dev.longhaul.processor.form.Compatibility;
import dev.longhaul.processor.form.Deployed;
import dev.longhaul.processor.form.StateForm;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said to fit is what handlers do: each type's values, saved by its handler, are read by that of each other type. Where
 * the two are said to fit, every value is read, and is the same when it is saved again; where not, one is not.
 */
class CompatibilityTest {

    /** Types, each with values that lie at its edges. */
    private static final List<List<String>> TYPES = List.of(
            List.of("boolean", "true", "false"),
            List.of("Boolean", "true", "null"),
            List.of("byte", "(byte) -128", "(byte) 127"),
            List.of("Byte", "(byte) -128", "null"),
            List.of("short", "(short) -32768", "(short) 32767"),
            List.of("Short", "(short) 32767", "null"),
            List.of("int", "Integer.MIN_VALUE", "Integer.MAX_VALUE"),
            List.of("Integer", "Integer.MAX_VALUE", "null"),
            List.of("long", "Long.MIN_VALUE", "Long.MAX_VALUE"),
            List.of("Long", "Long.MAX_VALUE", "null"),
            List.of("char", "'a'", "'\\ud800'", "'1'"),
            List.of("Character", "'a'", "null"),
            List.of("float", "0.1f", "Float.MAX_VALUE", "Float.NaN", "-0f"),
            List.of("Float", "Float.MIN_VALUE", "null"),
            List.of("double", "0.1", "Double.MAX_VALUE", "Double.NEGATIVE_INFINITY"),
            List.of("Double", "Math.PI", "null"),
            List.of("String", "\"\"", "\"abc\"", "\"+\"", "null"),
            List.of("byte[]", "new byte[] {0, -1}", "null"),
            List.of("Color", "Color.RED", "null"),
            List.of("Shade", "Shade.RED", "Shade.BLACK"),
            List.of("BigDecimal", "new BigDecimal(\"1.50\")", "new BigDecimal(\"1E+9\")", "null"),
            List.of("BigInteger", "BigInteger.TEN.pow(30)", "null"),
            List.of("URI", "URI.create(\"a:b\")"),
            List.of("UUID", "new UUID(1, 2)"),
            List.of("Duration", "Duration.ofSeconds(Long.MAX_VALUE, 1)", "Duration.ZERO"),
            List.of("Period", "Period.of(1, -2, 3)", "Period.ZERO"),
            List.of("Instant", "Instant.MIN", "Instant.MAX"),
            List.of("LocalDate", "LocalDate.MIN", "LocalDate.MAX"),
            List.of("LocalDateTime", "LocalDateTime.MIN", "LocalDateTime.MAX"),
            List.of("LocalTime", "LocalTime.MIN", "LocalTime.MAX"),
            List.of(
                    "OffsetDateTime",
                    "OffsetDateTime.MIN",
                    "OffsetDateTime.MAX",
                    "OffsetDateTime.parse(\"2026-11-23T00:00+01:00\")"),
            List.of("OffsetTime", "OffsetTime.MIN", "OffsetTime.MAX"),
            List.of("ZonedDateTime", "ZonedDateTime.parse(\"2026-11-23T00:00+01:00[Europe/Zurich]\")"),
            List.of("Year", "Year.of(Year.MAX_VALUE)", "Year.of(1)"),
            List.of("YearMonth", "YearMonth.of(Year.MAX_VALUE, 12)"),
            List.of("MonthDay", "MonthDay.of(2, 29)"),
            List.of("ZoneId", "ZoneId.of(\"Europe/Zurich\")"),
            List.of("ZoneOffset", "ZoneOffset.UTC", "ZoneOffset.MAX"),
            List.of("List<Integer>", "list(1, 2, 1, null)", "list()", "null"),
            List.of("LinkedList<Integer>", "new LinkedList<>(list(1, null, 1))"),
            List.of("ArrayDeque<Integer>", "new ArrayDeque<>(list(1, 2, 1))"),
            List.of("Queue<Long>", "new ArrayDeque<>(list(Long.MAX_VALUE, 1L, 1L))"),
            List.of("Set<Integer>", "new LinkedHashSet<>(list(2, 1, null))"),
            List.of("HashSet<Integer>", "new HashSet<>(list(1, 2, null))"),
            List.of("SortedSet<Integer>", "new TreeSet<>(list(1, 2))"),
            List.of("Set<Long>", "new LinkedHashSet<>(list(Long.MAX_VALUE, null))"),
            List.of(
                    "Set<BigDecimal>",
                    "new LinkedHashSet<>(list(new BigDecimal(\"1.0\"), new BigDecimal(\"1.00\"), null))"),
            List.of("TreeSet<BigDecimal>", "new TreeSet<>(list(new BigDecimal(\"1.0\")))"),
            List.of("List<String>", "list(\"a\", null, \"a\")"),
            List.of("List<Color>", "list(Color.GREEN, null)", "list(Color.RED, Color.RED)"),
            List.of("Set<Shade>", "Set.of(Shade.BLACK)"),
            List.of("int[]", "new int[] {1, 2, 1}", "null"),
            List.of("long[]", "new long[] {Long.MIN_VALUE, 0, 0}"),
            List.of("Integer[]", "new Integer[] {1, null, 1}"),
            List.of("char[]", "new char[] {'a', 'a'}"),
            List.of("String[]", "new String[] {\"abc\", \"abc\", null}"),
            List.of("byte[][]", "new byte[][] {{1}, {1}, null}"),
            List.of("Optional<Integer>", "Optional.of(1)", "Optional.empty()", "null"),
            List.of("Optional<Long>", "Optional.of(Long.MAX_VALUE)"),
            List.of("Map<String, Integer>", "map(\"a\", 1, \"+\", null)", "null"),
            List.of("HashMap<String, Long>", "new HashMap<>(map(\"a\", 1L, \"b\", Long.MAX_VALUE))"),
            List.of("SortedMap<String, Integer>", "new TreeMap<>(map(\"a\", 1, \"b\", 2))"),
            List.of("Map<Integer, Integer>", "map(1, 1, -1, null)"),
            List.of("Map<Long, Integer>", "map(Long.MAX_VALUE, 1, 1L, 1)"),
            List.of("Map<Double, Integer>", "map(Double.NaN, 1, 1.5, 1)"),
            List.of(
                    "Map<BigInteger, Integer>",
                    "map(BigInteger.TWO.pow(70).add(BigInteger.ONE), 1, BigInteger.ONE, 1)"),
            List.of("Map<BigDecimal, Integer>", "map(new BigDecimal(\"1.0\"), 1, new BigDecimal(\"1.00\"), 2)"),
            List.of(
                    "TreeMap<BigDecimal, Integer>",
                    "new TreeMap<>(map(new BigDecimal(\"0.12345678901234567890123\"), 1, BigDecimal.TEN, 2))"),
            List.of("Map<Color, Integer>", "map(Color.RED, 1, Color.GREEN, 1)"),
            List.of("Map<Shade, Integer>", "map(Shade.RED, 1, Shade.BLACK, 1)"),
            List.of("Map<LocalDate, Integer>", "map(LocalDate.MIN, 1, LocalDate.EPOCH, 1)"),
            List.of("Map<Boolean, Integer>", "map(true, 1, false, 1)"),
            List.of("One", "new One(1)", "null"),
            List.of("Two", "new Two(1, \"b\")"),
            List.of("Wide", "new Wide(Long.MAX_VALUE)"),
            List.of("Bean", "new Bean()"),
            List.of("List<One>", "list(new One(1), null, new One(1))"),
            List.of("Two[]", "new Two[] {new Two(1, null), null, new Two(1, null)}"),
            List.of("Map<String, Wide>", "map(\"a\", new Wide(Long.MAX_VALUE), \"b\", null)"),
            List.of("Node", "new Node(1, new Node(2, null, null), list())"),
            List.of("Longer", "new Longer(Long.MAX_VALUE, new Longer(2, null, null), list())"),
            List.of("Other", "new Other(1, new One(2), list())"));

    /**
     * Refused, although the reader takes what is stored: bytes would be their Base64, any text an address, a year a number, and
     * the names of parts the keys of a map.
     */
    private static final String WITHOUT_SENSE =
            "byte\\[].* -> .*String.*|.* -> URI|Year -> Big.*|(Bean|One|Wide) -> .*Map<.*";

    private static final String PARTS = """
            package p;
            import java.util.*;
            class Parts {
                @SafeVarargs static <T> List<T> list(T... values) { return new ArrayList<>(Arrays.asList(values)); }
                static <K, V> Map<K, V> map(K one, V first, K two, V second) {
                    Map<K, V> map = new LinkedHashMap<>();
                    map.put(one, first);
                    map.put(two, second);
                    return map;
                }
                enum Color { RED, GREEN }
                enum Shade { BLACK, GREEN, RED }
                record One(int a) {}
                record Two(int a, String b) {}
                record Wide(long a) {}
                static class Bean { int a = 7; }
                record Node(int a, Node next, List<Node> all) {}
                record Longer(long a, Longer next, List<Longer> all) {}
                record Other(int a, One next, List<Other> all) {}
            }
            """;

    @TempDir
    private static Path folder;

    private static final List<Version> VERSIONS = new ArrayList<>();

    /** A version of the job, in which the field has one of the types. */
    private record Version(String type, StateForm form, LongRunningHandler<?> handler, List<String> stored) {}

    @BeforeAll
    static void compile() throws Exception {
        List<JavaFileObject> sources = new ArrayList<>(List.of(Sources.source("p.Parts", PARTS)));
        for (int i = 0; i < TYPES.size(); i++) {
            sources.add(Sources.source("p.Job" + i, source(i)));
        }
        Compilation compilation =
                javac().withProcessors(new LongRunningProcessor()).compile(sources);
        assertThat(compilation.errors()).isEmpty();
        for (int i = 0; i < TYPES.size(); i++) {
            String file = "p.Job" + i + ".state.json";
            Files.writeString(folder.resolve(file), Sources.resource(compilation, "META-INF/longhaul/" + file));
        }
        Deployed forms = Deployed.read(folder.toString());
        ClassLoader loader = Sources.loader(compilation);
        for (int i = 0; i < TYPES.size(); i++) {
            LongRunningHandler<?> handler = (LongRunningHandler<?>)
                    loader.loadClass("p.Job" + i + "Handler").getConstructor().newInstance();
            Method values = loader.loadClass("p.Job" + i).getDeclaredMethod("values");
            values.setAccessible(true);
            List<String> stored = new ArrayList<>();
            for (Object value : (Object[]) values.invoke(null)) {
                stored.add(saved(handler, value));
            }
            VERSIONS.add(new Version(TYPES.get(i).get(0), forms.of("Job" + i).get(0), handler, stored));
        }
    }

    private static String source(int i) {
        String type = TYPES.get(i).get(0);
        List<String> values = TYPES.get(i).subList(1, TYPES.get(i).size());
        return """
                package p;
                import dev.longhaul.annotations.*;
                import java.math.*;
                import java.net.URI;
                import java.time.*;
                import java.util.*;
                import static p.Parts.*;
                @LongRunning class Job%d {
                    @State %s value;
                    @Step void step() { value = value(0); }
                    @Terminate boolean isDone() { return System.nanoTime() > 0; }
                    static %2$s value(int i) {
                        switch (i) {
                            %s
                            default: throw new IllegalArgumentException();
                        }
                    }
                    static Object[] values() { return new Object[] {%s}; }
                }
                """.formatted(
                        i,
                        type,
                        IntStream.range(0, values.size())
                                .mapToObj(each -> "case " + each + ": return " + values.get(each) + ";")
                                .collect(Collectors.joining(" ")),
                        IntStream.range(0, values.size())
                                .mapToObj(each -> "value(" + each + ")")
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void whatFitsIsReadAsItWasAndWhatDoesNotFitIsNot() {
        List<String> wrong = new ArrayList<>();
        Set<String> readAllTheSame = new TreeSet<>();
        for (Version old : VERSIONS) {
            for (Version now : VERSIONS) {
                boolean fits =
                        Compatibility.of(old.form(), now.form(), Set.of()).isEmpty();
                List<String> changed = old.stored().stream()
                        .filter(state -> !isKept(state, now))
                        .toList();
                String pair = old.type() + " -> " + now.type();
                if (fits && !changed.isEmpty()) {
                    wrong.add(pair + " is said to fit, and changes " + changed);
                } else if (!fits && changed.isEmpty()) {
                    readAllTheSame.add(pair);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(readAllTheSame)
                .filteredOn(pair -> !pair.matches(WITHOUT_SENSE))
                .isEmpty();
    }

    @Test
    void everyTypeFitsItself() {
        assertThat(VERSIONS)
                .allSatisfy(version -> assertThat(Compatibility.of(version.form(), version.form(), Set.of()))
                        .as(version.type())
                        .isEmpty());
    }

    @Test
    void everyFormHasAFingerprintOfItsOwn() {
        assertThat(VERSIONS.stream()
                        .map(version -> version.form().fingerprint())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo((int) VERSIONS.stream()
                        .map(version -> version.form().fields())
                        .distinct()
                        .count());
    }

    private static boolean isKept(String state, Version now) {
        try {
            Object job = now.handler().restored(new StateReader(state));
            StateWriter out = new StateWriter();
            call(now.handler(), "writeState", job, out);
            // A HashSet has no order.
            boolean ordered = !now.type().startsWith("HashSet");
            return contains(read(out.finish(), ordered), read(state, ordered));
        } catch (IOException | RuntimeException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String saved(LongRunningHandler<?> handler, Object value) throws Exception {
        Object job = handler.restored(new StateReader("{}"));
        Field field = job.getClass().getDeclaredField("value");
        field.setAccessible(true);
        field.set(job, value);
        StateWriter out = new StateWriter();
        call(handler, "writeState", job, out);
        return out.finish();
    }

    private static void call(Object handler, String name, Object... arguments) throws Exception {
        for (Method method : handler.getClass().getDeclaredMethods()) {
            if (method.getName().equals(name) && !method.isBridge()) {
                method.setAccessible(true);
                method.invoke(handler, arguments);
                return;
            }
        }
        throw new NoSuchMethodException(name);
    }

    /** Whether a document has all of another one: new parts of objects may be besides. */
    private static boolean contains(Object whole, Object part) {
        if (whole instanceof Map<?, ?> object && part instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .allMatch(field -> object.containsKey(field.getKey())
                            && contains(object.get(field.getKey()), field.getValue()));
        }
        if (whole instanceof List<?> one && part instanceof List<?> other) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> contains(one.get(i), other.get(i)));
        }
        return whole.equals(part);
    }

    private static Object read(String document, boolean ordered) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(document)) {
            json.nextToken();
            Object value = value(json);
            if (!ordered
                    && value instanceof Map<?, ?> state
                    && state.values().iterator().next() instanceof List<?> set) {
                set.sort(Comparator.comparing(Object::toString));
            }
            return value;
        }
    }

    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(json));
            }
            return values;
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<Object, Object> fields = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                Object value = value(json);
                if (fields.putIfAbsent(number(name), value) != null) {
                    // Two keys that differ in their scale alone.
                    fields.put(name, value);
                }
            }
            return fields;
        }
        String text = json.getText();
        return json.currentToken().isNumeric() ? number(text) : json.currentToken() + text;
    }

    /** The number that a text is, whatever its scale; or the text. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
