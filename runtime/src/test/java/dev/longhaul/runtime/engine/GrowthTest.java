package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.job.JobOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that travels with a chain, or is kept of it, grows with its hops. */
class GrowthTest {

    private static final int HOPS = 400;
    /** From here on the history is full, and all of its numbers have three digits. */
    private static final int FULL = 150;
    /** Of all numbers in a record that get longer. */
    private static final int DIGITS = 64;

    @Test
    void eventRecordAndLogStayAsLongAsTheyWereOverHundredsOfHops() throws Exception {
        JobOptions options = JobOptions.named("Count")
                .timeoutMillis(10_000)
                .safeMillis(3_000)
                .tickMillis(500)
                .maxHops(2 * HOPS)
                .build();
        Rig chain = new Rig();
        // A step takes longer than a hop has: each hop commits one.
        chain.runs(new CountingJob(options, HOPS, (count, hop) -> chain.time.advance(7_500)));
        List<Integer> events = new ArrayList<>();
        List<Integer> records = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        chain.deliver("{\"longhaul\":{\"v\":1,\"start\":\"long\"}}");
        while (!chain.queue.isEmpty()) {
            NextHop next = chain.queue.remove();
            assertThat(next.traceHeader()).isEqualTo("Root=1");
            events.add(next.event().length());
            ChainRecord record = chain.record("long");
            records.add(ChainJson.write(record).length());
            assertThat(record.history().size()).isLessThanOrEqualTo(12);
            chain.log.clear();
            chain.deliver(next.event());
            lines.add(chain.log.stream().mapToInt(String::length).max().orElseThrow());
        }

        assertThat(events).hasSizeGreaterThan(HOPS / 2);
        assertFlat(events);
        assertFlat(records);
        assertFlat(lines);
    }

    private static void assertFlat(List<Integer> lengths) {
        assertThat(lengths.subList(FULL, lengths.size()))
                .allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(lengths.get(FULL) + DIGITS));
    }
}
