package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.job.JobOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hop that goes on from the state of another version of the job says so once, without a value of the state. */
class OtherVersionTest {

    @Test
    void aHopThatRestoresByAnotherFingerprintSaysSoOnce() throws Exception {
        Rig rig = new Rig();
        rig.runs(counting("one", rig.time)).deliver("{}");
        rig.runs(counting("two", rig.time));
        rig.deliver(rig.queue.remove().event());
        rig.deliver(rig.queue.remove().event());

        assertThat(lines(rig))
                .containsExactly("{\"longhaul\":\"state of another version\",\"job\":\"Count\",\"chain\":\"request-0\","
                        + "\"hop\":1,\"stored\":\"one\",\"present\":\"two\",\"dropped\":[]}");
    }

    @Test
    void aHopWhoseStepIsTriedAgainSaysItOnce() throws Exception {
        Rig rig = new Rig();
        rig.runs(counting("one", rig.time)).deliver("{}");
        int[] tries = {0};
        rig.runs(new CountingJob(options("two"), 20, (count, hop) -> {
            if (++tries[0] < 4) {
                throw new IllegalStateException("not yet");
            }
            rig.time.advance(1_000);
        }));
        rig.deliver(rig.queue.remove().event());

        assertThat(rig.logged()).filteredOn("attempt failed"::equals).hasSize(3);
        assertThat(lines(rig)).hasSize(1);
    }

    @Test
    void aHopThatDropsAStoredFieldSaysWhichAndNotWhatWasInIt() throws Exception {
        TextJob job = new TextJob(options("same"), count -> "secret");
        Rig rig = new Rig(job);
        job.step = () -> rig.time.advance(1_000);
        rig.deliver("{}");
        assertThat(lines(rig)).isEmpty();
        rig.deliver(rig.queue.remove().event());

        assertThat(lines(rig))
                .containsExactly("{\"longhaul\":\"state of another version\",\"job\":\"Count\",\"chain\":\"request-0\","
                        + "\"hop\":1,\"stored\":\"same\",\"present\":\"same\",\"dropped\":[\"text\"]}");
        assertThat(rig.log).noneMatch(line -> line.contains("secret"));
    }

    private static List<String> lines(Rig rig) {
        return rig.log.stream()
                .filter(line -> line.startsWith("{\"longhaul\":\"state of another version\""))
                .toList();
    }

    /** A job that needs some hops. */
    private static CountingJob counting(String schema, VirtualTime time) {
        return new CountingJob(options(schema), 20, (count, hop) -> time.advance(1_000));
    }

    private static JobOptions options(String schema) {
        return JobOptions.named("Count")
                .timeoutMillis(10_000)
                .safeMillis(3_000)
                .tickMillis(500)
                .stateSchema(schema)
                .build();
    }
}
