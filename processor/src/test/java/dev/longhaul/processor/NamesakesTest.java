package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types whose simple names are those of others that the handler uses. */
class NamesakesTest {

    @ParameterizedTest
    @ValueSource(strings = {"StringBuilder", "Number", "Comparable", "Thread", "Record", "Iterable"})
    void aNeighbourMayHaveTheNameOfAClassOfTheJdkThatOnlyThisStateMentions(String name) {
        Compilation compilation = Sources.compile(
                Sources.source("p." + name, "package p; public class " + name + " {}"), Sources.source("p.Job", """
                        package p;
                        import dev.longhaul.annotations.*;
                        @LongRunning class Job {
                            record Ref<T>(String key) {}
                            @State int n;
                            @State Ref<java.lang.Number> number;
                            @State Ref<? extends java.lang.Record> record;
                            @State Ref<? super java.lang.Iterable<?>> all;
                            @State java.util.List<Ref<java.lang.Comparable<?>>> refs;
                            @State(codec = Threads.class) java.lang.Thread thread;
                            @State(codec = Texts.class) java.lang.StringBuilder text;
                            static class Threads implements StateCodec<java.lang.Thread> {
                                @Override public String encode(java.lang.Thread value) { return value.getName(); }
                                @Override public java.lang.Thread decode(String text) { return null; }
                            }
                            static class Texts implements StateCodec<java.lang.StringBuilder> {
                                @Override public String encode(java.lang.StringBuilder value) { return value.toString(); }
                                @Override public java.lang.StringBuilder decode(String text) { return null; }
                            }
                            @Step void step() { n++; }
                            @Terminate boolean isDone() { return n > 9; }
                        }
                        """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
    }

    @Test
    void neighboursAndNestedTypesMayHaveTheNamesOfOthers() throws Exception {
        Compilation compilation = Sources.compile(
                Sources.source("p.List", "package p; public record List(String first) {}"),
                Sources.source("p.StateReader", "package p; public record StateReader(int page) {}"),
                Sources.source("p.IOException", "package p; class IOException {}"),
                Sources.source("q.Instant", "package q; public record Instant(long tick) {}"),
                Sources.source("p.Job", """
                        package p;
                        import dev.longhaul.annotations.*;
                        @LongRunning class Job {
                            @State List own;
                            @State StateReader reader;
                            @State java.util.List<Instant> nested;
                            @State java.util.List<q.Instant> far;
                            @State java.util.Set<java.time.Instant> real;
                            @State java.util.Map<java.time.Instant, q.Instant> both;
                            record Instant(java.util.List<List> all) {}
                            @Step void step() { own = new List("a"); }
                            @Terminate boolean isDone() { return own != null; }
                        }
                        """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(Sources.loader(compilation)
                        .loadClass("p.JobHandler")
                        .getConstructor()
                        .newInstance())
                .isNotNull();
        assertThat(compilation
                        .generatedSourceFile("p.JobHandler")
                        .orElseThrow()
                        .getCharContent(false)
                        .toString())
                .contains("import java.time.Instant;", "Job.Instant", "<q.Instant>", "java.util.List<")
                .contains("in.set(Instant.class)")
                .doesNotContain("import java.util.List;");
    }
}
