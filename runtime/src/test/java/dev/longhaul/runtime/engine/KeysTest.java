package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.RecordTooLargeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The idempotency key of each piece of work. */
class KeysTest {

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private final List<String> keys = new ArrayList<>();
    private Rig rig;

    @Test
    void aKeyIsOfTheJobTheChainAndTheNumberOfAPieceThatAsked() throws Exception {
        rig = new Rig(new CountingJob(options.build(), 4, (count, hop) -> {
            if (count % 2 == 0) {
                keys.add(hop.idempotencyKey());
                assertThat(hop.idempotencyKey()).as("in the same piece").isEqualTo(keys.get(keys.size() - 1));
                hop.checkpoint();
                keys.add(hop.idempotencyKey());
            }
        }));

        rig.deliver("{\"longhaul\":{\"v\":1,\"start\":\"c\"}}");

        assertThat(keys).containsExactly("Count:c:0", "Count:c:1", "Count:c:2", "Count:c:3");
    }

    @Test
    void whatATryThatThrewHasAskedForIsAskedForAgain() throws Exception {
        rig = new Rig(new CountingJob(options.build(), 3, (count, hop) -> {
            keys.add(count + " " + hop.idempotencyKey());
            if (keys.size() == 2) {
                throw new IllegalStateException("503");
            }
        }));

        rig.deliver("{\"longhaul\":{\"v\":1,\"start\":\"c\"}}");

        assertThat(keys).containsExactly("1 Count:c:0", "2 Count:c:1", "1 Count:c:0", "2 Count:c:1", "3 Count:c:2");
    }

    @Test
    void aFailureHasAKeyOfItsOwnAndAnotherOneAfterAResume() throws Exception {
        CountingJob job = new CountingJob(options.retry(1, 1, 1).build(), 3, (count, hop) -> {
            keys.add(hop.idempotencyKey());
            throw new IllegalStateException("refused");
        });
        job.onFailure = (count, hop) -> keys.add(hop.idempotencyKey());
        rig = new Rig(job);
        rig.deliver("{\"longhaul\":{\"v\":1,\"start\":\"c\"}}");
        rig.control().resume("Count", "c");

        rig.deliver(rig.queue.remove().event());

        assertThat(keys).containsExactly("Count:c:0", "Count:c:failure-0-0", "Count:c:0", "Count:c:failure-1-0");
    }

    @Test
    void aCheckpointThatWasRefusedCountsNothing() throws Exception {
        rig = new Rig(new CountingJob(options.build(), 3, (count, hop) -> {
            keys.add(hop.idempotencyKey());
            try {
                hop.checkpoint();
            } catch (RecordTooLargeException e) {
                keys.add(hop.idempotencyKey());
            }
        }));
        StoppingStore full = new StoppingStore(rig.store);
        full.beforeWrite = next -> {
            if (next.status() == ChainStatus.RUNNING && next.revision() > 1) {
                throw new RecordTooLargeException(next, 11, 10);
            }
        };
        rig.store = full;

        assertThat(rig.deliver("{\"longhaul\":{\"v\":1,\"start\":\"c\"}}").steps())
                .isEqualTo(3);

        assertThat(keys).containsExactly("Count:c:0", "Count:c:0", "Count:c:1", "Count:c:1", "Count:c:2", "Count:c:2");
    }

    @Test
    void aStopInTheLastStepStopsTheChain() throws Exception {
        rig = new Rig(new CountingJob(options.build(), 3, (count, hop) -> {
            if (count == 3) {
                hop.stop("the rest is for the auditors");
            }
        }));

        assertThat(rig.deliver("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.STOPPED, 3));
        assertThat(rig.record("request-0").failure().message()).isEqualTo("the rest is for the auditors");
    }
}
