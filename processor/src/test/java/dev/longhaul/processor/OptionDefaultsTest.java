package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.Retry;
import dev.longhaul.runtime.job.JobOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The annotation, the runtime and the handler, which leaves out what the runtime has by itself, have the same defaults. */
class OptionDefaultsTest {

    private static final String BODY =
            "class Job { @State int done; @Step void step() { done++; } @Terminate boolean isDone() { return done > 9; } }";

    @Test
    void theRuntimeHasTheAnnotationsDefaults() throws Exception {
        JobOptions defaults = JobOptions.named("").build();
        List<String> compared = new ArrayList<>();
        compare(defaults, compared);

        assertThat(compared)
                .containsExactlyInAnyOrder(
                        "name",
                        "safeMillis",
                        "tickMillis",
                        "timeoutMillis",
                        "maxStepMillis",
                        "maxHops",
                        "maxStalledHops",
                        "maxWakes",
                        "memoryMegabytes",
                        "maxCostUsd",
                        "maxDurationMillis",
                        "adaptive",
                        "singleChain",
                        "environment");
    }

    /** Compares what a record has in common with the annotation, and the records that it is made of. */
    private static void compare(Object part, List<String> compared) throws Exception {
        for (RecordComponent option : part.getClass().getRecordComponents()) {
            Object value = option.getAccessor().invoke(part);
            if (value instanceof Record inner) {
                compare(inner, compared);
                continue;
            }
            for (Method member : LongRunning.class.getDeclaredMethods()) {
                if (member.getName().equals(option.getName())) {
                    Object expected = member.getDefaultValue();
                    assertThat(value)
                            .as(member.getName())
                            .isEqualTo(expected instanceof String[] texts ? List.of(texts) : expected);
                    compared.add(member.getName());
                }
            }
        }
    }

    @Test
    void theReadmeHasAllOptionsWithTheirDefaults() throws Exception {
        Map<String, String> told = Pattern.compile("^\\| `(\\w+)` \\| (\\S+) \\| .+ \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        Map<String, String> options = Stream.of(LongRunning.class.getDeclaredMethods())
                .collect(Collectors.toMap(Method::getName, OptionDefaultsTest::shown));

        assertThat(told).isEqualTo(options);
    }

    private static String shown(Method option) {
        Object value = option.getDefaultValue();
        boolean none = value instanceof String[] texts ? texts.length == 0 : value.equals("");
        return none ? "none" : value.toString();
    }

    @Test
    void theRuntimeTriesAsTheAnnotationSays() throws Exception {
        for (RecordComponent part : dev.longhaul.runtime.job.Retry.class.getRecordComponents()) {
            assertThat(part.getAccessor().invoke(dev.longhaul.runtime.job.Retry.DEFAULT))
                    .as(part.getName())
                    .isEqualTo(Retry.class.getDeclaredMethod(part.getName()).getDefaultValue());
        }
    }

    @Test
    void aHandlerSaysThePriceAlways() throws IOException {
        assertThat(options("@LongRunning "))
                .containsExactly(".named(\"Job\")", ".stateSchema(\"30e0304a\")", ".usdPerGigabyteSecond(1.33334E-5)");
    }

    @Test
    void aHandlerSaysWhateverIsNotAsUsual() throws IOException {
        assertThat(
                        options(
                                "@LongRunning(name = \"other\", safeMillis = 50_000, tickMillis = 9_000, timeoutMillis = 800_000,"
                                        + " maxStepMillis = 20_000, maxHops = 95, maxStalledHops = 4, maxWakes = 5,"
                                        + " memoryMegabytes = 512, maxCostUsd = 1.5, maxDurationMillis = 86_400_000, adaptive = true,"
                                        + " schedule = \"rate(1 day)\", environment = {\"BANK_URL\", \"BANK_KEY\"}, architecture = Architecture.X86_64) "))
                .containsExactly(
                        ".named(\"other\")",
                        ".stateSchema(\"30e0304a\")",
                        ".safeMillis(50_000)",
                        ".tickMillis(9_000)",
                        ".timeoutMillis(800_000)",
                        ".maxStepMillis(20_000)",
                        ".maxHops(95)",
                        ".maxStalledHops(4)",
                        ".maxWakes(5)",
                        ".memoryMegabytes(512)",
                        ".usdPerGigabyteSecond(1.66667E-5)",
                        ".maxCostUsd(1.5)",
                        ".maxDurationMillis(86_400_000)",
                        ".adaptive(true)",
                        ".singleChain(true)",
                        ".environment(\"BANK_URL\", \"BANK_KEY\")");
    }

    @Test
    void oneLivingChainAtATimeNeedsNoSchedule() throws IOException {
        assertThat(options("@LongRunning(singleChain = true) ")).contains(".singleChain(true)");
    }

    /** The calls that make the options in the handler of a job. */
    private static List<String> options(String annotation) throws IOException {
        Compilation compilation = Sources.compile(
                Sources.source("p.Job", "package p; import dev.longhaul.annotations.*; " + annotation + BODY));
        assertThat(compilation.errors()).isEmpty();
        String handler = compilation
                .generatedSourceFile("p.JobHandler")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        return handler.substring(handler.indexOf(".named("), handler.indexOf(".build()"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
