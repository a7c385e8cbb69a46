package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Request;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.LogLine;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of more hops than Lambda's recursion guard would let through, in one real process: nothing grows with its hops. */
class LongChainTest {

    private static final int HOPS = 22;
    private static final int STEP_MILLIS = 150;
    /** More than a hop of one and a half seconds can make of them. */
    private static final int STEPS_OF_A_HOP = 11;
    /** Numbers get longer, and nothing else. */
    private static final int DIGITS = 12;

    @TempDir
    Path folder;

    @Test
    void nothingGrowsWithTheHops() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        List<Request> sent = new CopyOnWriteArrayList<>();
        List<Report> reports = new CopyOnWriteArrayList<>();
        List<String> lines = new CopyOnWriteArrayList<>();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                HttpRelay wire = new HttpRelay(Invokes.NOWHERE, call -> {
                    sent.add(call);
                    return Fate.PASSED;
                });
                Lambda lambda = new Lambda(uri, 1, Map.of("AWS_ENDPOINT_URL_LAMBDA", wire.endpoint()), event -> {
                    if (event instanceof Finished finished) {
                        reports.add(finished.report());
                    } else if (event instanceof LogLine line && line.text().startsWith("{\"longhaul\":")) {
                        lines.add(line.text());
                    }
                })) {
            wire.connect(lambda.endpoint());
            lambda.send(ledger.start("long", HOPS * STEPS_OF_A_HOP, STEP_MILLIS));
            Awaiting.until(
                    "the chain has ended",
                    () -> store.read(Lambda.JOB, "long")
                            .filter(chain -> chain.status().terminal())
                            .isPresent());

            ChainRecord chain = store.read(Lambda.JOB, "long").orElseThrow();
            assertThat(ledger.check(chain, HOPS * STEPS_OF_A_HOP))
                    .as("transfers made again")
                    .isZero();
            assertThat(chain.hop()).isGreaterThan(HOPS);
            assertThat(sent).hasSize(chain.hop());
            assertThat(sent.stream()
                            .map(call -> call.header("X-Amzn-Trace-Id"))
                            // Lambda counts the hops of a loop there.
                            .map(header -> header.replaceFirst(";Lineage=.*", ""))
                            .distinct())
                    .as("one trace, by the header that came with the start event")
                    .singleElement()
                    .satisfies(header -> assertThat(header).hasSizeLessThan(120).doesNotContain(","));
            assertThat(sent.get(sent.size() - 1).text().length())
                    .isLessThanOrEqualTo(sent.get(0).text().length() + DIGITS);
            assertThat(ChainJson.write(chain).length()).as("the record").isLessThan(8_192);
            assertThat(longest(lines.subList(lines.size() / 2, lines.size())))
                    .as("log lines")
                    .isLessThanOrEqualTo(longest(lines.subList(0, lines.size() / 2)) + DIGITS);
            assertThat(reports).as("invocations").hasSize(chain.hop() + 1);
            assertThat(reports.get(reports.size() - 1).maxMemoryUsedMegabytes())
                    .as("the memory of one process, of 256 MB")
                    .isLessThan(256);
        }
    }

    private static int longest(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElseThrow();
    }
}
