package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code StateTypeUnsupported} names the way to the part that can't be saved. */
class StatePathsTest {

    private static final String TYPES = """
            record Order(String id, HttpClient client) {}
            record Page<T>(int number, List<T> items) {}
            record Cell<T>(T value) {}
            record Endless<T>(T value, Endless<List<T>> next) {}
            record Tree(String name, List<Tree> branches, Thread owner) {}
            static class Bean { String id; private Order order; Order getOrder() { return order; } void setOrder(Order o) {} }
            static class Closed { private int secret; }
            static class Frozen { final int number = 1; }
            static class Child extends Bean {}
            static class Built { Built(int a) {} }
            static abstract class Shape {}
            static class Single { String id; }
            static class Double extends Single { long id; }
            static class Thrower { Thrower() throws Exception {} }
            static class Odd { private String name; Optional<String> getName() { return null; } void setName(String n) {} }
            static class Orders extends ArrayList<Order> {}
            static class Prices extends HashMap<String, Integer> { int more; }
            static class Dearer extends Prices {}
            static class Moment extends Date { Moment() {} }
            static class Worker extends Thread {}
            record Stranger(int a) implements Comparable<Color> { public int compareTo(Color other) { return 0; } }
            record Tally(int a) {}
            record Ranked(int a) implements Comparable<Ranked> { public int compareTo(Ranked other) { return 0; } }
            static class Sub extends Above { int b; }
            static class Above implements Comparable<Above> { int a; public int compareTo(Above other) { return 0; } }
            static sealed class Several permits One { int a; }
            static final class One extends Several { int b; }
            record Shop(String name, Orders orders) {}
            class Inner {}
            private record Hidden(int a) {}
            enum Color { RED }
            @Target(ElementType.TYPE_USE) @interface Maybe { String value() default ""; }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Order                          | -> Order.client: java.net.http.HttpClient
            List<Order>                    | -> Order.client: java.net.http.HttpClient
            Order[]                        | -> Order.client: java.net.http.HttpClient
            Order[][]                      | -> Order.client: java.net.http.HttpClient
            Optional<Order>                | -> Order.client: java.net.http.HttpClient
            Set<Optional<Order>[]>         | : java.util.Optional<p.Job.Order>[]
            Map<String, Order>             | -> Order.client: java.net.http.HttpClient
            Map<Color, List<Order>>        | -> Order.client: java.net.http.HttpClient
            Map<Order, String>             | : p.Job.Order
            Map<List<String>, String>      | : java.util.List<java.lang.String>
            Map<Integer[], Order>          | : java.lang.Integer[]
            Map<Thread, String>            | : java.lang.Thread
            Page<Order>                    | -> Page.items -> Order.client: java.net.http.HttpClient
            Page<Thread>                   | -> Page.items: java.lang.Thread
            Cell<Cell<Map<Long, Thread>>>  | -> Cell.value -> Cell.value: java.lang.Thread
            Bean                           | -> Bean.order -> Order.client: java.net.http.HttpClient
            Child                          | -> Child.order -> Order.client: java.net.http.HttpClient
            Tree                           | -> Tree.owner: java.lang.Thread
            Closed                         | -> Closed.secret: int
            Frozen                         | -> Frozen.number: int
            Endless<String>                | : p.Job.Endless<java.lang.String>
            Built                          | : p.Job.Built
            Double                         | -> Double.id: java.lang.String
            Thrower                        | : p.Job.Thrower
            Odd                            | -> Odd.name: java.lang.String
            Shape                          | : p.Job.Shape
            Orders                         | : p.Job.Orders
            Prices                         | : p.Job.Prices
            Dearer                         | : p.Job.Dearer
            Moment                         | : p.Job.Moment
            Worker                         | : p.Job.Worker
            TreeSet<Cell<String>>          | : p.Job.Cell<java.lang.String>
            SortedSet<Color[]>             | : p.Job.Color[]
            NavigableSet<List<String>>     | : java.util.List<java.lang.String>
            SortedSet<Stranger>            | : p.Job.Stranger
            List<SortedSet<Period>>        | : java.time.Period
            TreeMap<ZoneId, String>        | : java.time.ZoneId
            NavigableMap<Period, String>   | : java.time.Period
            SortedMap<ZoneId, Order>       | : java.time.ZoneId
            TreeSet<Order>                 | -> Order.client: java.net.http.HttpClient
            Page<TreeSet<Tally>>           | -> Page.items: p.Job.Tally
            List<Shop>                     | -> Shop.orders: p.Job.Orders
            Several                        | : p.Job.Several
            Inner                          | : p.Job.Inner
            Hidden                         | : p.Job.Hidden
            Thread                         | : java.lang.Thread
            Object                         | : java.lang.Object
            Runnable                       | : java.lang.Runnable
            List                           | : java.util.List
            List<?>                        | : ?
            List<? extends Order>          | : ? extends p.Job.Order
            @Maybe("a, (b") Thread         | : java.lang.Thread
            java.util.@Maybe Iterator<@Maybe String> | : java.util.Iterator<java.lang.String>
            """)
    void theWayIsShown(String type, String way) {
        String message = onlyError("@State " + type + " orders;");

        assertThat(message)
                .startsWith("[StateTypeUnsupported] state \"orders\"" + (way.startsWith(":") ? way : " " + way)
                        + " cannot be saved (")
                .endsWith("). Keep what it is made from instead, or give the field a codec: @State(codec = ...).");
    }

    @Test
    void theStartEventAndTheResultHaveWaysToo() {
        assertThat(onlyError("@OnStart void begin(Page<Order> page) {}"))
                .isEqualTo("[StateTypeUnsupported] the start event of begin -> Page.items -> Order.client:"
                        + " java.net.http.HttpClient cannot be read (it is no data, or of a form that is not known)."
                        + " Take a record with the fields that the job needs, and say @OnStart(ignoreUnknown = true)"
                        + " where events have more.");
        assertThat(onlyError("@OnComplete Order end() { return null; }"))
                .startsWith(
                        "[StateTypeUnsupported] the result of end -> Order.client: java.net.http.HttpClient cannot");
    }

    @Test
    void theReasonIsSaid() {
        assertThat(onlyError("@State Map<Order, String> orders;"))
                .contains("(as the key of a map, where only a text, a number, an enum or a time can be)");
        assertThat(onlyError("@State Endless<String> orders;"))
                .contains("(it has itself as a part with other type arguments, and that without end)");
        assertThat(onlyError("@State Closed closed;"))
                .contains(
                        "(the field has no getter and setter of its type that the handler can call: getSecret or isSecret with setSecret)");
        assertThat(onlyError("@State Dearer prices;"))
                .contains("(it extends java.util.HashMap, whose content would be lost: have a field with that content"
                        + " instead of extending it)");
        assertThat(onlyError("@State TreeSet<Tally> tallies;"))
                .contains("(in a sorted collection, which is restored in the order of Comparable: implement that, or do"
                        + " not sort it)");
        assertThat(onlyError("@State List list;")).contains("(its type arguments are missing: fill them in)");
    }

    @Test
    void aTypeThatTheHandlerCannotSeeIsRefusedWithACodecToo() {
        String codec = """
                @State(codec = Coding.class) List<Hidden> hidden;
                static class Coding implements StateCodec<List<Hidden>> {
                    public String encode(List<Hidden> hidden) { return ""; }
                    public List<Hidden> decode(String text) { return null; }
                }
                """;

        assertThat(onlyError(codec))
                .startsWith(
                        "[StateTypeUnsupported] state \"hidden\": java.util.List<p.Job.Hidden> cannot be saved (the class"
                                + " is private, or of another package and not public). ");
    }

    @Test
    void typesWithAnnotationsAreSavedAsThoseWithout() {
        Compilation compilation = Sources.compile(Sources.source("p.Job", job("""
                @State @Maybe String text;
                @State Map<@Maybe String, @Maybe List<@Maybe Cell<@Maybe String>>> map;
                @State byte @Maybe [] bytes;
                @State @Maybe Integer number;
                @State @Maybe Color color;
                @OnStart void start(@Maybe Cell<String> event, @Maybe JobContext job) {}
                @OnFailure void end(@Maybe Throwable failure) {}
                """)));

        assertThat(compilation.errors()).isEmpty();
    }

    @Test
    void whatHasAnOrderMayBeSorted() {
        Compilation compilation = Sources.compile(Sources.source("p.Job", job("""
                @State TreeSet<Ranked> ranked;
                @State SortedSet<Sub> beans;
                @State NavigableSet<ZonedDateTime> times;
                @State SortedSet<Color> colors;
                @State NavigableSet<Boolean> flags;
                @State TreeMap<Color, Tally> byColor;
                @State SortedMap<ZoneOffset, Period> byOffset;
                @State NavigableMap<String, Integer> byName;
                """)));

        assertThat(compilation.errors()).isEmpty();
    }

    private static String onlyError(String member) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new LongRunningProcessor())
                .compile(Sources.source("p.Job", job(member)));
        assertThat(compilation.errors()).hasSize(1);
        return compilation.errors().get(0).getMessage(Locale.ROOT);
    }

    private static String job(String members) {
        return """
                package p;
                import dev.longhaul.annotations.*;
                import dev.longhaul.runtime.JobContext;
                import java.lang.annotation.*;
                import java.net.http.HttpClient;
                import java.time.*;
                import java.util.*;
                @SuppressWarnings("serial")
                @LongRunning
                class Job {
                    @State int done;
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return done > 9; }
                """ + members + TYPES + "}";
    }
}
