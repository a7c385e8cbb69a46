package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** A compiler that is not javac: what can't be checked there is said once, and the rest is checked. */
class OtherCompilerTest {

    @Test
    void theRulesAboutBodiesAreOffAndOneNoteSaysSo() {
        JavaFileObject[] jobs =
                IntStream.range(0, 3).mapToObj(OtherCompilerTest::endless).toArray(JavaFileObject[]::new);

        Compilation compilation = javac().withProcessors(new OtherCompiler()).compile(jobs);

        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.notes())
                .filteredOn(note -> note.getMessage(Locale.ROOT).startsWith("this compiler does not show the bodies"))
                .hasSize(1);
        assertThat(javac().withProcessors(new LongRunningProcessor())
                        .compile(jobs)
                        .errors())
                .as("javac shows them")
                .hasSize(3);
    }

    private static JavaFileObject endless(int number) {
        return Sources.source("p.Job" + number, """
                package p;
                import dev.longhaul.annotations.*;
                @LongRunning
                class Job%d {
                    @State int done;
                    @Step void step() { done++; }
                    @Terminate boolean isDone() { return false; }
                }
                """.formatted(number));
    }
}
