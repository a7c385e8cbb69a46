package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** Types whose simple names are those of others that the handler uses. */
class NamesakesTest {

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
