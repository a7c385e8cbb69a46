package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.log.HopFigures;
import dev.longhaul.runtime.log.HopLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The line that each hop prints of what it came to. */
class FiguresTest {

    /** Ten seconds a hop, and a dollar for each second of it. */
    private static final JobOptions OPTIONS = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .memoryMegabytes(1_024)
            .usdPerGigabyteSecond(1)
            .build();

    private final Rig rig = new Rig();

    private List<String> hops() {
        return rig.log.stream()
                .filter(line -> line.startsWith("{\"longhaul\":\"hop\","))
                .toList();
    }

    /** Steps of a second, of which seven fit a hop, and two seconds between two hops. */
    private void run(String namespace) throws Exception {
        rig.namespace = namespace;
        rig.beforeSend = () -> rig.time.advance(2_000);
        rig.runs(new CountingJob(OPTIONS, 10, (count, hop) -> {
            hop.progress(new Progress(count, 28, ""));
            rig.time.advance(1_000);
        }));
        rig.runToEnd("{}");
    }

    @Test
    void everyHopSaysWhatItCameTo() throws Exception {
        run(null);

        assertThat(hops())
                .containsExactly(
                        "{\"longhaul\":\"hop\",\"job\":\"Count\",\"chain\":\"request-0\",\"hop\":0,\"steps\":7,"
                                + "\"hopMillis\":7000,\"safeMarginMillis\":3000,\"ageMillis\":7000,"
                                + "\"costUsd\":7.0000002,\"millisToGo\":21000,\"usdToGo\":21.0000006}",
                        "{\"longhaul\":\"hop\",\"job\":\"Count\",\"chain\":\"request-0\",\"hop\":1,\"steps\":3,"
                                + "\"hopMillis\":3000,\"handoffGapMillis\":2000,\"ageMillis\":12000,"
                                + "\"costUsd\":10.0000004,\"millisToGo\":21600,\"usdToGo\":18.00000072}");
    }

    @Test
    void theLineStandsBeforeTheOneThatEndsTheHop() throws Exception {
        run(null);

        assertThat(rig.logged())
                .filteredOn(event -> !event.equals("checkpoint"))
                .containsExactly("claimed", "hop", "handed off", "claimed", "hop", "completed");
    }

    @Test
    void cloudWatchIsToldWhichOfItAreMetrics() throws Exception {
        run("Longhaul-dev");

        assertThat(hops().get(1))
                .endsWith(",\"_aws\":{\"Timestamp\":" + rig.record("request-0").updatedAt()
                        + ",\"CloudWatchMetrics\":[{\"Namespace\":\"Longhaul-dev\",\"Dimensions\":[[\"job\"]],\"Metrics\":["
                        + "{\"Name\":\"steps\",\"Unit\":\"Count\"},"
                        + "{\"Name\":\"hopMillis\",\"Unit\":\"Milliseconds\"},"
                        + "{\"Name\":\"handoffGapMillis\",\"Unit\":\"Milliseconds\"},"
                        + "{\"Name\":\"ageMillis\",\"Unit\":\"Milliseconds\"},"
                        + "{\"Name\":\"costUsd\",\"Unit\":\"None\"},"
                        + "{\"Name\":\"millisToGo\",\"Unit\":\"Milliseconds\"},"
                        + "{\"Name\":\"usdToGo\",\"Unit\":\"None\"}]}]}}");
    }

    @Test
    void theDocsNameEveryFigureAndNoOther() throws Exception {
        rig.runs(new CountingJob(OPTIONS, 30, (count, hop) -> {
            hop.progress(new Progress(count, 30, ""));
            rig.time.advance(1_000);
        }));
        rig.deliver("{}");
        rig.deliver(rig.queue.remove().event());
        ChainRecord twice = rig.record("request-0");

        new HopLog(rig.log::add).withMetricsIn("Longhaul").hop(twice, HopFigures.of(twice, OPTIONS.price(), 20, 3_000));

        String docs = Files.readString(Path.of("../docs/observe.md"));
        assertThat(found("\"Name\":\"(\\w+)\"", rig.log.get(rig.log.size() - 1)))
                .containsExactlyInAnyOrderElementsOf(found("(?m)^\\| `(\\w+)` \\|", docs));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
