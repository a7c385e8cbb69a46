package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Jobs whose constructor and methods declare exceptions. */
class ThrowingTest {

    private static final String BODY =
            "{ @State int done; @Step void step() { done++; } @Terminate boolean isDone() { return done > 9; } }";

    @Test
    void theConstructorMayThrow() throws IOException {
        Compilation compilation = Sources.compile(source(
                "p.Job",
                "@LongRunning class Job { Job() throws java.io.IOException, InterruptedException {}"
                        + BODY.substring(1)));

        assertThat(compilation.errors()).isEmpty();
        assertThat(handler(compilation)).contains("protected Job create() throws Exception {");
    }

    @Test
    void theMethodsMayThrowAnything() {
        Compilation compilation = Sources.compile(source("p.Job", """
                @LongRunning class Job {
                    @State int done;
                    @OnStart <X extends Throwable> void start(String event) throws X {}
                    @Step void step() throws Throwable { done++; }
                    @Terminate boolean isDone() throws Throwable { return done > 9; }
                    @OnComplete int end() throws Throwable { return done; }
                    @OnFailure void end(Throwable failure) throws Throwable { throw failure; }
                }
                """));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
    }

    @Test
    void theConstructorMayThrowAnything() throws IOException {
        Compilation compilation = Sources.compile(
                source("p.Job", "@LongRunning class Job { Job() throws Error, Throwable {}" + BODY.substring(1)));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(handler(compilation)).contains("protected Job create() throws Exception {");
    }

    private static JavaFileObject source(String type, String text) {
        return Sources.source(type, "package p; import dev.longhaul.annotations.*; " + text);
    }

    private static String handler(Compilation compilation) throws IOException {
        return compilation
                .generatedSourceFile("p.JobHandler")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}
