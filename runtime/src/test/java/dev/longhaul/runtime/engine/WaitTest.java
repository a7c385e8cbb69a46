package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.sweep.SweepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chains that wait. */
class WaitTest {

    private static final long DAY = 86_400_000;

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(60_000).safeMillis(10_000).tickMillis(1_000);
    private final Rig rig = new Rig();
    private final List<Long> steps = new ArrayList<>();

    /** Five steps of a second, and a wait behind the second one. */
    private Rig waits(JobOptions.Builder made, long millis) {
        return rig.runs(new CountingJob(made.build(), 5, (count, hop) -> {
            steps.add(rig.time.nowMillis());
            rig.time.advance(1_000);
            if (count == 2) {
                hop.pauseUntil(rig.time.nowMillis() + millis);
            }
        }));
    }

    @Test
    void nothingRunsAndNothingIsBilledWhileAChainWaits() throws Exception {
        waits(options, DAY);

        assertThat(rig.deliver("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.WAITING, 2));
        ChainRecord waiting = rig.record("request-0");
        assertThat(waiting.status()).isEqualTo(ChainStatus.WAITING);
        assertThat(waiting.leaseUntil()).isEqualTo(rig.time.nowMillis() + DAY);
        assertThat(waiting.lastHop().end()).isEqualTo(End.WAITING);
        assertThat(rig.queue).isEmpty();
        assertThat(rig.time.open()).as("watchdogs").isZero();

        rig.time.advance(DAY - 1);
        assertThat(rig.sweep()).isEqualTo(new SweepReport(0, 0, 0, 0, 0, 0, 0));
        rig.time.advance(1);
        assertThat(rig.sweep()).isEqualTo(new SweepReport(0, 1, 0, 0, 0, 0, 0));
        assertThat(rig.sweep()).as("sent already").isEqualTo(new SweepReport(0, 0, 0, 0, 0, 0, 0));
        assertThat(rig.deliver(rig.queue.remove().event()))
                .isEqualTo(new HopAnswer("request-0", 1, Status.COMPLETED, 5));

        assertThat(rig.record("request-0").billedMillis()).isEqualTo(5_000);
        assertThat(steps.get(2) - steps.get(1)).isEqualTo(1_000 + DAY);
        assertThat(rig.logged()).contains("waiting", "woken").doesNotContain("swept");
    }

    @Test
    void aShortWaitIsWaitedInTheHop() throws Exception {
        waits(options, 10_000);

        assertThat(rig.deliver("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.COMPLETED, 5));

        assertThat(steps.get(2) - steps.get(1)).isEqualTo(11_000);
    }

    @Test
    void aShortWaitThatOutlastsItsHopGoesOnInTheNextOne() throws Exception {
        waits(options.safeMillis(50_000), 10_000);

        assertThat(rig.runToEnd("{}")).isEqualTo(new HopAnswer("request-0", 1, Status.COMPLETED, 5));

        assertThat(steps.get(2) - steps.get(1)).isEqualTo(11_000);
        assertThat(rig.record("request-0").usage().waits()).isZero();
    }

    @Test
    void whereNothingKeepsTheChainALongWaitGoesFromHopToHop() throws Exception {
        waits(options, 600_000);
        rig.store = CheckpointStores.open("payload:", Map.of());

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);

        assertThat(steps.get(2) - steps.get(1)).isEqualTo(601_000);
    }

    @Test
    void aJobThatIsDoneDoesNotWait() throws Exception {
        rig.runs(new CountingJob(options.build(), 2, (count, hop) -> hop.pauseUntil(Long.MAX_VALUE)));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);
        assertThat(rig.record("request-0").usage().waits()).isEqualTo(1);
    }

    @Test
    void theLastCallCountsAndATimeInThePastIsNoWait() throws Exception {
        rig.runs(new CountingJob(options.build(), 2, (count, hop) -> {
            hop.pauseUntil(rig.time.nowMillis() + DAY);
            hop.pauseUntil(1);
        }));

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aChainThatIsAtItsEndCannotWait() throws Exception {
        CountingJob job = new CountingJob(options.retry(1, 10, 10).build(), 2, (count, hop) -> {
            throw new IllegalStateException("broken");
        });
        job.onFailure = (count, hop) -> assertThatThrownBy(() -> hop.pauseUntil(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is at its end");
        rig.runs(job);

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.FAILED);
        assertThat(rig.logged()).doesNotContain("trouble");
    }

    @Test
    void aStopEndsAWaitAtOnce() throws Exception {
        waits(options, DAY);
        rig.deliver("{}", "a");

        ChainRecord stopped = rig.control().requestStop("Count", "a", "enough");

        assertThat(stopped.status()).isEqualTo(ChainStatus.STOPPED);
        assertThat(stopped.failure().message()).isEqualTo("enough");
        assertThat(stopped.expiresAt()).isGreaterThan(rig.time.nowMillis());
        rig.time.advance(2 * DAY);
        assertThat(rig.sweep()).isEqualTo(new SweepReport(0, 0, 0, 0, 0, 0, 0));

        rig.control().resume("Count", "a");
        assertThat(rig.deliver(rig.queue.remove().event())).isEqualTo(new HopAnswer("a", 2, Status.COMPLETED, 5));
    }

    @Test
    void aStopThatTheStepAskedForIsNotForgottenByItsWait() throws Exception {
        rig.runs(new CountingJob(options.build(), 5, (count, hop) -> {
            rig.control().requestStop("Count", hop.chainId(), "enough");
            hop.pauseUntil(rig.time.nowMillis() + DAY);
        }));

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.STOPPED);
        assertThat(rig.record("request-0").steps()).isEqualTo(1);
    }

    @Test
    void anEventThatComesDuringAWaitIsDropped() throws Exception {
        waits(options, DAY);
        rig.deliver("{}", "a");

        assertThat(rig.deliver("{}", "a").status()).as("a redelivery").isEqualTo(Status.DROPPED);
        String early = "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"a\",\"hop\":1}}";
        assertThat(rig.deliver(early).status()).isEqualTo(Status.DROPPED);
        rig.time.advance(DAY);
        assertThat(rig.deliver(early).status()).as("a timer").isEqualTo(Status.COMPLETED);
    }

    @Test
    void waitsHaveABoundOfTheirOwnAndUseUpNoHops() throws Exception {
        rig.runs(new CountingJob(
                options.maxHops(1).maxWakes(7).build(),
                100,
                (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + DAY)));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        ChainRecord end = rig.record("request-0");
        assertThat(end.failure().kind()).isEqualTo("MaxWakes");
        assertThat(end.failure().message())
                .isEqualTo("the chain has waited 7 times, and that is maxWakes. Resume it, or raise maxWakes where it"
                        + " should wait more often.");
        assertThat(end.steps()).isEqualTo(8);

        rig.control().resume("Count", "request-0");
        assertThat(rig.runToEnd(rig.queue.remove().event()).status()).isEqualTo(Status.STOPPED);
        assertThat(rig.record("request-0").steps()).as("counted anew").isEqualTo(16);
    }

    @Test
    void aWaitDoesNotOutlastTheChainsDuration() throws Exception {
        waits(options.maxDurationMillis(DAY), 30 * DAY);

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        ChainRecord end = rig.record("request-0");
        assertThat(end.failure().kind()).isEqualTo("MaxDuration");
        assertThat(rig.time.nowMillis() - end.startedAt()).isEqualTo(DAY);
    }
}
