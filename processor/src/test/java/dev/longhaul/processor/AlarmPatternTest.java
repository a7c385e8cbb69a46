package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of the metric of unfinished chains find the lines that the runtime really prints, and no others. */
class AlarmPatternTest {

    private static final Pattern FILTER = Pattern.compile("FilterPattern: '\\{ (.+) }'");
    private static final Pattern DIMENSION = Pattern.compile("Value: '\\$\\.(\\w+)'");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\.(\\w+) (!?=) \"(\\w+)\"");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    completed | | done = true;                                                  | 0
                    failed    | | throw new IllegalStateException("no such account");           | 1
                    stopped   | MaxHops | Thread.sleep(5);                                      | 1
                    stopped   | StopRequested | if (!job.shouldYield()) job.stop("enough");     | 0
                    """)
    void anUnfinishedChainIsCountedOnce(String end, String kind, String step, int counted) throws Exception {
        Compilation compilation = Templates.compilation(Sources.source("jobs.Ending", """
                package jobs;

                import dev.longhaul.annotations.*;
                import dev.longhaul.runtime.JobContext;

                @LongRunning(maxHops = 1, tickMillis = 10)
                class Ending {
                    @State boolean done;
                    @Step @Retry(attempts = 1) void step(JobContext job) throws Exception { %s }
                    @Terminate boolean isDone() { return done; }
                    @OnStart void start() { done = false; }
                }
                """.formatted(step)));
        assertThat(compilation.errors()).isEmpty();
        // The chain that is to complete has all the time that a busy machine needs.
        List<String> lines = run(compilation, end.equals("completed") ? 600_000 : 60_300);
        String template = Sources.resource(compilation, "META-INF/longhaul/jobs.Ending.template.yaml");

        assertThat(lines.get(lines.size() - 1))
                .startsWith("{\"longhaul\":\"" + end + "\",\"job\":\"Ending\",")
                .contains(kind == null ? "" : "\"kind\":\"" + kind + "\"");
        assertThat(all(FILTER, template))
                .as("that of the function and that of the sweeper")
                .hasSize(2);
        for (String filter : all(FILTER, template)) {
            List<String> found =
                    lines.stream().filter(line -> matches(filter, line)).toList();
            assertThat(found).hasSize(counted);
            for (String field : all(DIMENSION, template)) {
                assertThat(found).allMatch(line -> value(line, field).equals("Ending"));
            }
        }
    }

    /** One hop, which has so much time; its {@code safeMillis} are 60,000. */
    private static List<String> run(Compilation compilation, long millis) throws Exception {
        LongRunningHandler<?> handler = (LongRunningHandler<?>) Sources.loader(compilation)
                .loadClass("jobs.EndingHandler")
                .getConstructor()
                .newInstance();
        Map<String, String> environment =
                Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none");
        List<String> lines = new CopyOnWriteArrayList<>();
        Engine engine = new Engine(
                handler.jobs(),
                new Surroundings(
                        CheckpointStores.open("memory:", environment),
                        new SelfInvoke(environment),
                        new SystemTime(),
                        new HopLog(lines::add),
                        Graces.STANDARD));
        long deadline = System.currentTimeMillis() + millis;
        engine.run("null", new Invocation("request", "arn", () -> deadline - System.currentTimeMillis(), null, null));
        return lines;
    }

    /** What CloudWatch makes of a pattern, as far as the template needs it: each comparison of two stands in brackets. */
    private static boolean matches(String pattern, String line) {
        String left = COMPARISON
                .matcher(pattern)
                .replaceAll(match -> String.valueOf(value(line, match.group(1)).equals(match.group(3))
                        == match.group(2).equals("=")));
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = left.replaceAll("\\((true|false)\\)", "$1")
                    .replace("true && true", "true")
                    .replaceAll("false && (true|false)|true && false", "false")
                    .replaceAll("^(true \\|\\| (true|false)|false \\|\\| true)$", "true")
                    .replaceAll("^false \\|\\| false$", "false");
        }
        assertThat(left).as(pattern).isIn("true", "false");
        return left.equals("true");
    }

    /** A text of the line's outer object; empty where there is none. */
    private static String value(String line, String field) {
        List<String> values = all(Pattern.compile("[{,]\"" + field + "\":\"([^\"]*)\""), line);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
