package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job with a schedule has one living chain at a time. */
class SingleChainTest {

    private final Rig rig = new Rig();
    private final CountingJob job = new CountingJob(
            JobOptions.named("Count")
                    .timeoutMillis(10_000)
                    .safeMillis(3_000)
                    .tickMillis(500)
                    .singleChain(true)
                    .build(),
            10,
            (count, hop) -> rig.time.advance(1_000));

    SingleChainTest() {
        rig.runs(job);
    }

    @Test
    void aStartIsSkippedWhileAnEarlierChainIsAlive() throws Exception {
        rig.deliver(start("monday"));

        assertThat(rig.deliver(start("tuesday"))).isEqualTo(new HopAnswer("tuesday", 0, Status.SKIPPED, 0));

        assertThat(rig.logged()).endsWith("skipped");
        assertThat(rig.store.read("Count", "tuesday")).isEmpty();
    }

    @Test
    void theNextOneStartsWhenItHasEnded() throws Exception {
        rig.runToEnd(start("monday"));

        assertThat(rig.runToEnd(start("tuesday"))).isEqualTo(new HopAnswer("tuesday", 1, Status.COMPLETED, 10));

        assertThat(rig.store.list("Count", 9).chains())
                .as("the slot is no chain")
                .extracting(ChainRecord::chainId)
                .containsExactlyInAnyOrder("monday", "tuesday");
    }

    @Test
    void aChainThatDiedIsAliveUntilItIsGivenUp() throws Exception {
        rig.deliver(start("monday"));
        rig.queue.clear();
        rig.time.advance(3_600_000);

        assertThat(rig.deliver(start("tuesday")).status()).isEqualTo(Status.SKIPPED);

        rig.control().requestStop("Count", "monday", "enough");
        rig.sweep();
        rig.deliver(rig.queue.remove().event());
        assertThat(rig.deliver(start("wednesday")).status()).isEqualTo(Status.HANDED_OFF);
    }

    @Test
    void aStartThatDiedBeforeItsChainWasWrittenKeepsTheSlotForItsLeaseOnly() throws Exception {
        StoppingStore dying = new StoppingStore(rig.store);
        rig.store = dying;
        dying.beforeWrite = chain -> {
            if (chain.chainId().equals("monday")) {
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> rig.deliver(start("monday"))).isInstanceOf(Killed.class);
        dying.beforeWrite = chain -> {};

        assertThat(rig.deliver(start("tuesday")).status()).isEqualTo(Status.SKIPPED);
        rig.time.advance(20_000);
        assertThat(rig.deliver(start("tuesday")).status()).isEqualTo(Status.HANDED_OFF);
    }

    /** It has reserved the slot, is held up for longer than its lease, and writes its chain when another one is alive. */
    @Test
    void aStartThatWakesUpTooLateEndsBeforeItsFirstStep() throws Exception {
        StoppingStore slow = new StoppingStore(rig.store);
        rig.store = slow;
        slow.beforeWrite = chain -> {
            if (chain.chainId().equals("monday")) {
                slow.beforeWrite = each -> {};
                rig.time.advance(30_000);
                assertThat(rig.deliver(start("tuesday")).status()).isEqualTo(Status.HANDED_OFF);
            }
        };

        assertThat(rig.deliver(start("monday"))).isEqualTo(new HopAnswer("monday", 0, Status.STOPPED, 0));
        assertThat(rig.record("monday").failure().kind()).isEqualTo("SingleChain");
    }

    @Test
    void theSameStartTwiceIsOneChain() throws Exception {
        assertThat(rig.deliver(start("monday")).status()).isEqualTo(Status.HANDED_OFF);
        assertThat(rig.deliver(start("monday")).status()).isEqualTo(Status.DROPPED);
        assertThat(rig.runToEnd(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThat(job.calls).filteredOn("start null"::equals).hasSize(1);
        assertThat(List.of(rig.record("monday").hop())).containsExactly(1);
    }

    private static String start(String name) {
        return "{\"longhaul\":{\"v\":1,\"start\":\"" + name + "\"}}";
    }
}
