package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.job.JobOptions;
import org.junit.jupiter.api.Test;

/** A continuation that is a timer ends waits without a sweep, however early its event comes. */
class TimerTest {

    private static final long HOUR = 3_600_000;

    private final Rig rig = new Rig();

    @Test
    void aWaitIsGivenToTheTimerAndEndsByIt() throws Exception {
        waiting();
        rig.hasTimer = true;
        HopAnswer left = rig.deliver("{}");

        assertThat(left.status()).isEqualTo(Status.WAITING);
        assertThat(rig.timers).containsExactly(HOUR);
        String event = rig.queue.remove().event();
        rig.time.advance(900_000);
        assertThat(rig.deliver(event).status()).as("too early").isEqualTo(Status.WAITING);
        assertThat(rig.timers).as("sent on").containsExactly(HOUR, HOUR - 900_000);
        rig.time.advance(HOUR - 900_000);
        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThat(rig.deliver(event).status()).as("one more time").isEqualTo(Status.DROPPED);
    }

    @Test
    void withoutATimerAnEventThatComesEarlyIsDropped() throws Exception {
        waiting();
        HopAnswer left = rig.deliver("{}");
        String event = Envelope.continuation("Count", left.chainId(), 1, null);

        assertThat(rig.deliver(event).status()).isEqualTo(Status.DROPPED);
        assertThat(rig.record(left.chainId()).status()).isEqualTo(ChainStatus.WAITING);
    }

    private void waiting() {
        rig.runs(new CountingJob(JobOptions.named("Count").build(), 2, (count, hop) -> {
            if (count == 1) {
                hop.pauseUntil(hop.nowMillis() + HOUR);
            }
        }));
    }
}
