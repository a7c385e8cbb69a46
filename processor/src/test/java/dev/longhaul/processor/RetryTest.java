package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How {@code @Retry} comes into the handler. */
class RetryTest {

    private static final String REST = " void step() { n++; } @Terminate boolean isDone() { return n > 9; } }";

    @Test
    void theDefaultsAreNotSaid() throws IOException {
        assertThat(handler("@Step @Retry(attempts = 8)")).doesNotContain("retry", "mayRetry");
    }

    @Test
    void whatIsNotAsUsualIsSaid() throws IOException {
        assertThat(handler("@Step @Retry(attempts = 3, maxDelayMillis = 5_000_000_000L)"))
                .contains(".retry(3, 1_000, 5_000_000_000L)")
                .doesNotContain("mayRetry");
    }

    @Test
    void exceptionsThatAreNotTriedAgainAreAskedFor() throws IOException {
        assertThat(handler("@Step @Retry(notOn = {java.io.IOException.class, Job.Lost.class})"))
                .contains(
                        "protected boolean mayRetry(Throwable failure)",
                        "return !(failure instanceof IOException || failure instanceof Job.Lost);")
                .doesNotContain(".retry(");
    }

    @Test
    void anOverrideHasTheRetryOfTheStepThatItOverrides() throws IOException {
        Compilation compilation = Sources.compile(
                source(
                        "p.Base",
                        "abstract class Base { @State int n; @Step @Retry(attempts = 2) abstract void step(); }"),
                source("p.Job", "@LongRunning class Job extends Base { @Override" + REST));
        assertThat(text(compilation)).contains(".retry(2, 1_000, 60_000)");

        compilation = Sources.compile(
                source("p.Base", "abstract class Base { @State int n; @Step abstract void step(); }"),
                source("p.Job", "@LongRunning class Job extends Base { @Override @Retry(attempts = 2)" + REST));
        assertThat(text(compilation)).contains(".retry(2, 1_000, 60_000)");
    }

    private static String handler(String step) throws IOException {
        return text(Sources.compile(source(
                "p.Job",
                "@LongRunning class Job { static class Lost extends Exception { private static final long serialVersionUID = 1; }"
                        + " @State int n; " + step + REST)));
    }

    private static String text(Compilation compilation) throws IOException {
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        return compilation
                .generatedSourceFile("p.JobHandler")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }

    private static javax.tools.JavaFileObject source(String name, String text) {
        return Sources.source(name, "package p; import dev.longhaul.annotations.*; " + text);
    }
}
