package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SAM template: to the letter, and what each option changes of it. */
class TemplateTest {

    @Test
    void theTemplateIsTheGoldenOne() throws Exception {
        String written = template(Sources.job("ReconcilePayments"), "jobs.ReconcilePayments");
        Path golden = Path.of("src/test/resources/golden/ReconcilePayments.template.yaml");
        if ("rewrite".equals(System.getProperty("longhaul.golden"))) {
            Files.writeString(golden, written);
        }

        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            timeoutMillis = 300_000        | "      Timeout: 900 -> 300; Threshold: 3960000 -> 1560000"
            memoryMegabytes = 512          | "      MemorySize: 1769 -> 512"
            """)
    void anOptionChangesItsLinesAndNoOther(String option, String expected) {
        List<String> changed = changedBy(option);

        assertThat(changed).containsExactlyElementsOf(List.of(expected.split("; ")));
    }

    private static List<String> changedBy(String option) {
        List<String> before = job("").lines().toList();
        List<String> after = job(option).lines().toList();
        assertThat(after).hasSameSizeAs(before);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.add(before.get(i) + " -> " + after.get(i));
            }
        }
        return changed;
    }

    private static String job(String options) {
        return template(Sources.source("jobs.Plain", """
                        package jobs;

                        import dev.longhaul.annotations.*;

                        @LongRunning(%s)
                        class Plain {
                            @State int done;
                            @Step void work() { done++; }
                            @Terminate boolean finished() { return done > 9; }
                        }
                        """.formatted(options)), "jobs.Plain");
    }

    static String template(JavaFileObject source, String type, String... options) {
        Compilation compilation = javac().withProcessors(new LongRunningProcessor())
                .withOptions((Object[]) options)
                .compile(source);
        assertThat(compilation).succeeded();
        return Sources.resource(compilation, "META-INF/longhaul/" + type + ".template.yaml");
    }
}
