package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's own compiler, which has no {@code com.sun.source}. */
class EclipseTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aGoodJobHasItsHandler() throws IOException {
        boolean compiled = compile("""
                package p;
                import dev.longhaul.annotations.*;
                @LongRunning
                class Job {
                    @State int done;
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return done > 9; }
                }
                """);

        assertThat(compiled).as(errors.toString()).isTrue();
        assertThat(folder.resolve("classes/p/JobHandler.class")).exists();
        assertThat(folder.resolve("sources/p/JobHandler.java")).exists();
        assertThat(folder.resolve("classes/META-INF/longhaul/p.Job.template.yaml"))
                .exists();
        assertThat(out + "" + errors)
                .contains("Job: at most 96 hops, 24 h, $1.99, 10000 wakes")
                .containsOnlyOnce("this compiler does not show the bodies of methods");
    }

    @Test
    void aBadJobIsRefusedWhereItIsBad() throws IOException {
        boolean compiled = compile("""
                package p;
                import dev.longhaul.annotations.*;
                @LongRunning(
                    safeMillis = 5_000,
                    tickMillis = 10_000)
                class Job {
                    @State int done;
                    @Step void step() { done++; }
                }
                """);

        assertThat(compiled).isFalse();
        assertThat(errors.toString())
                .contains("ERROR in " + folder.resolve("p/Job.java") + " (at line 5)")
                .contains("[TickNotBelowSafe] tickMillis is 10000 and safeMillis is 5000")
                .contains("ERROR in " + folder.resolve("p/Job.java") + " (at line 6)")
                .contains("[TerminateMissing] ");
    }

    private boolean compile(String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("p")).resolve("Job.java");
        Files.writeString(file, source);
        return BatchCompiler.compile(
                List.of(
                                "-17",
                                "-proceedOnError",
                                "-processor",
                                LongRunningProcessor.class.getName(),
                                "-processorpath",
                                System.getProperty("java.class.path"),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.resolve("classes").toString(),
                                // Else they are written where the build was started.
                                "-s",
                                folder.resolve("sources").toString(),
                                file.toString())
                        .toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(errors, true),
                null);
    }
}
