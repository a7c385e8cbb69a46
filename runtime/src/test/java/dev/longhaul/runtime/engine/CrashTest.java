package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Graces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hops that die, events that come twice, and invocations that wake up late. */
class CrashTest {

    private static final JobOptions OPTIONS = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .build();

    private final List<String> steps = new ArrayList<>();
    private int killAt = -1;
    private Rig rig;

    CrashTest() {
        rig = new Rig(new CountingJob(OPTIONS, 20, (count, hop) -> {
            steps.add(hop.hop() + ":" + hop.stepNumber());
            if (count == killAt) {
                killAt = -1;
                throw new Killed();
            }
            rig.time.advance(1_000);
        }));
    }

    @Test
    void aRedeliveryTakesOverAtOnceFromTheLastCheckpoint() throws Exception {
        killAt = 4;
        assertThatThrownBy(() -> rig.deliver("{}", "a")).isInstanceOf(Killed.class);

        HopAnswer answer = rig.deliver("{}", "a");

        assertThat(answer.status()).isEqualTo(Status.HANDED_OFF);
        ChainRecord record = rig.record("a");
        assertThat(record.epoch()).isEqualTo(2);
        assertThat(record.history()).extracting(HopEntry::end).containsExactly(End.LOST, End.HANDED_OFF);
        assertThat(record.state().json()).isEqualTo("{\"count\":" + record.steps() + "}");
        // The step that died is done again under its own number.
        assertThat(steps.subList(0, 5)).containsExactly("0:0", "0:1", "0:2", "0:3", "0:3");
    }

    @Test
    void aDeadHopIsNobodyElsesUntilItsLeaseIsOver() throws Exception {
        killAt = 4;
        assertThatThrownBy(() -> rig.deliver("{}", "a")).isInstanceOf(Killed.class);
        String hop0 = "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"a\",\"hop\":0}}";

        assertThat(rig.deliver(hop0, "b").status()).isEqualTo(Status.DROPPED);
        rig.time.advance(10_000 + Graces.STANDARD.deadline());

        assertThat(rig.deliver(hop0, "b").status()).isEqualTo(Status.HANDED_OFF);
    }

    @Test
    void aCrashBetweenHandoffAndInvokeIsMendedByTheRedelivery() throws Exception {
        rig.beforeSend = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> rig.deliver("{}", "a")).isInstanceOf(Killed.class);
        assertThat(rig.record("a").status()).isEqualTo(ChainStatus.HANDED_OFF);
        rig.beforeSend = () -> {};

        HopAnswer answer = rig.deliver("{}", "a");

        assertThat(answer).isEqualTo(new HopAnswer("a", 1, Status.HANDED_OFF, 14));
    }

    @Test
    void aSecondDeliveryOfAHopIsDropped() throws Exception {
        rig.deliver("{}", "a");
        String hop1 = rig.queue.remove().event();
        rig.deliver(hop1, "b");
        int done = steps.size();

        assertThat(rig.deliver(hop1, "c").status()).isEqualTo(Status.DROPPED);
        assertThat(rig.deliver("{}", "a").status()).isEqualTo(Status.DROPPED);

        assertThat(steps).hasSize(done);
        assertThat(rig.queue).hasSize(1);
    }

    @Test
    void aZombieChangesNothing() throws Exception {
        List<HopAnswer> thief = new ArrayList<>();
        Rig zombie = new Rig();
        CountingJob job = new CountingJob(OPTIONS, 20, (count, hop) -> {
            if (count == 3 && hop.hop() == 0 && thief.isEmpty()) {
                // In the middle of the step, the same event is delivered once more and takes over.
                thief.add(new HopAnswer("", 0, Status.HANDED_OFF, 0));
                thief.set(0, zombie.deliver("{}", "a"));
                hop.checkpoint();
            }
            zombie.time.advance(1_000);
        });
        zombie.runs(job);

        HopAnswer fenced = zombie.deliver("{}", "a");

        assertThat(fenced.status()).isEqualTo(Status.FENCED);
        assertThat(thief.get(0).status()).isEqualTo(Status.HANDED_OFF);
        assertThat(zombie.queue).hasSize(1);
        assertThat(zombie.logged()).containsSubsequence("handed off", "fenced");
        assertThat(zombie.record("a").epoch()).isEqualTo(2);
    }

    @Test
    void aThrottledInvokeIsSentAgain() throws Exception {
        int[] tries = {0};
        rig.beforeSend = () -> {
            if (++tries[0] < 4) {
                throw new ContinuationException("throttled", new IOException("429"), true);
            }
        };

        assertThat(rig.deliver("{}", "a").status()).isEqualTo(Status.HANDED_OFF);
        assertThat(rig.queue).hasSize(1);
        assertThat(tries[0]).isEqualTo(4);
    }

    @Test
    void anInvokeThatNeverGoesWellIsThrownForLambdaToRetry() {
        rig.beforeSend = () -> {
            throw new ContinuationException("throttled", new IOException("429"), true);
        };

        assertThatThrownBy(() -> rig.deliver("{}", "a")).isInstanceOf(ContinuationException.class);
        assertThat(rig.record("a").status()).isEqualTo(ChainStatus.HANDED_OFF);
    }

    @Test
    void anInvokeThatIsForbiddenIsThrownAtOnce() {
        int[] tries = {0};
        rig.beforeSend = () -> {
            tries[0]++;
            throw new ContinuationException("access denied", new IOException("403"), false);
        };

        assertThatThrownBy(() -> rig.deliver("{}", "a")).hasMessage("access denied");
        assertThat(tries[0]).isEqualTo(1);
    }
}
