package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** State types that are seldom seen, and have a handler that compiles. */
class OddStatesTest {

    private static final String TYPES = """
            record Names(int in, int in_, int in__, int out, int value, int values, int bean, int job) {}
            record Pair<A, B>(A a, B b) {}
            record Chain<T>(T value, Chain<T> next, Chain<Integer> other) {}
            record Line(int... numbers) {}
            record Checked(int a, int b) {
                Checked(int a) { this(a, 1); }
                Checked { if (a < 0) { throw new IllegalArgumentException(); } }
            }
            static class Shelf<T extends Comparable<T>> {
                T[] array;
                private List<T> all;
                List<T> getAll() { return all; }
                void setAll(Collection<T> all) {}
                Shelf<T> setAll(List<T> all) { this.all = all; return this; }
            }
            enum Sign { PLUS { int of() { return 1; } }, MINUS { int of() { return -1; } }; abstract int of(); }
            static class Around<T> { class Inner { T value; } class Deep<U> {} }
            static class Coder<T> {
                public String encode(T value) { return ""; }
                public T decode(String text) { return null; }
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Names                                 |
            Pair<Pair<String, int[]>, List<Sign>> |
            Shelf<String>                         |
            Chain<String>                         |
            Line                                  |
            Checked                               |
            Map<Sign, Sign[][]>                   |
            Optional<Optional<int[]>>             |
            List<?>                               | coded
            List<? extends Number>                | coded
            Map<? super Integer, List<?>>         | coded
            Map<String, List<Integer>>[]          | coded
            Around<String>.Inner                  | coded
            List<Around<int[]>.Deep<String>>      | coded
            """)
    void theHandlerCompiles(String type, String coded) {
        String codec = "static class Coding extends Coder<%s> implements StateCodec<%s> {}\n".formatted(type, type);
        Compilation compilation = Sources.compile(Sources.source(
                "p.Job",
                """
                package p;
                import dev.longhaul.annotations.*;
                import java.util.*;
                @LongRunning
                class Job {
                    @State int done;
                    @State%s %s odd;
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return done > 9; }
                """.formatted(coded == null ? "" : "(codec = Coding.class)", type)
                        + (coded == null ? "" : codec) + TYPES + "}"));

        assertThat(compilation).succeededWithoutWarnings();
    }
}
