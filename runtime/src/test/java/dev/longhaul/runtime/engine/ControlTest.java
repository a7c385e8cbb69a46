package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.sweep.SweepReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chains that are stopped, resumed and swept from outside. */
class ControlTest {

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private final Rig rig = new Rig();

    @Test
    void aStopIsSeenAtTheNextCheckpoint() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> {
            rig.time.advance(200);
            if (count == 4) {
                rig.control().requestStop("Count", hop.chainId(), "enough");
            }
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        ChainRecord record = rig.record("request-0");
        assertThat(record.failure().kind()).isEqualTo("StopRequested");
        assertThat(record.failure().message()).isEqualTo("enough");
        assertThat(record.state().json()).isEqualTo("{\"count\":5}");
    }

    @Test
    void aStopIsSeenWhileALongStepIsRunning() throws Exception {
        long[] begun = {0};
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> {
            begun[0] = rig.time.nowMillis();
            rig.control().requestStop("Count", hop.chainId(), "enough");
            runFreely(hop);
        }));

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        assertThat(rig.time.nowMillis() - begun[0]).isBetween(500L, 1_200L);
        assertThat(rig.record("request-0").steps()).isEqualTo(1);
    }

    @Test
    void aLongStepOfAChainThatWasTakenOverDoesNotGoOn() throws Exception {
        long[] begun = {0};
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> {
            begun[0] = rig.time.nowMillis();
            ChainRecord held = rig.record("request-0");
            rig.store.write(held.change().epoch(held.epoch() + 1).build());
            runFreely(hop);
        }));

        assertThat(rig.deliver("{}").status()).isEqualTo(Status.FENCED);

        assertThat(rig.time.nowMillis() - begun[0]).isBetween(500L, 1_200L);
    }

    /** The classic recipe's style: one step that works until it should yield. */
    private void runFreely(HopControl hop) {
        while (!hop.shouldYield()) {
            rig.time.advance(100);
        }
    }

    @Test
    void aStopIsSeenAtTheNextClaim() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> rig.time.advance(1_000)));
        rig.deliver("{}", "a");

        rig.control().requestStop("Count", "a", "enough");

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.STOPPED);
        assertThat(rig.record("a").steps()).isEqualTo(7);
    }

    @Test
    void aChainThatMetABoundGoesOnFromItsLastCheckpointWithAllBoundsAnew() throws Exception {
        List<Integer> done = new ArrayList<>();
        rig.runs(new CountingJob(options.maxHops(1).build(), 10, (count, hop) -> {
            done.add(count);
            rig.time.advance(1_000);
        }));
        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        ChainRecord resumed = rig.control().resume("Count", "request-0");
        HopAnswer last = rig.deliver(rig.queue.remove().event());

        assertThat(resumed.status()).isEqualTo(ChainStatus.HANDED_OFF);
        assertThat(last).isEqualTo(new HopAnswer("request-0", 1, Status.COMPLETED, 10));
        assertThat(done).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(rig.record("request-0").failure()).isNull();
    }

    @Test
    void onlyAChainThatEndedWithoutCompletingCanBeResumed() throws Exception {
        rig.runs(new CountingJob(options.build(), 2, (count, hop) -> {}));
        rig.runToEnd("{}");

        assertThatThrownBy(() -> rig.control().resume("Count", "request-0"))
                .hasMessage("chain request-0 is COMPLETED; only one that FAILED or was STOPPED can be resumed."
                        + " Start another chain by another name.");
        assertThatThrownBy(() -> rig.control().requestStop("Count", "request-0", "enough"))
                .hasMessage("chain request-0 is COMPLETED: it has ended, and there is nothing left to stop");
        assertThatThrownBy(() -> rig.control().requestStop("Count", "other", "enough"))
                .hasMessageStartingWith("there is no chain \"other\" of the job Count in memory:.");
    }

    @Test
    void aDeadHopIsSweptAndTheZombieFenced() throws Exception {
        boolean[] killed = {false};
        rig.runs(new CountingJob(options.build(), 10, (count, hop) -> {
            if (count == 3 && !killed[0]) {
                killed[0] = true;
                throw new Killed();
            }
        }));
        assertThatThrownBy(() -> rig.deliver("{\"from\":1}", "a")).isInstanceOf(Killed.class);
        assertThat(rig.sweep()).isEqualTo(new SweepReport(0, 0, 0, 0, 0, 0, 0));
        rig.time.advance(20_000);

        assertThat(rig.sweep()).isEqualTo(new SweepReport(1, 0, 0, 0, 0, 0, 0));
        assertThat(rig.sweep()).as("sent already").isEqualTo(new SweepReport(0, 0, 0, 0, 0, 0, 0));

        assertThat(rig.record("a").epoch()).isEqualTo(2);
        assertThat(rig.deliver(rig.queue.remove().event(), "b")).isEqualTo(new HopAnswer("a", 0, Status.COMPLETED, 10));
    }

    @Test
    void aStoreThatFailsForOneChainDoesNotKeepTheOthersFromBeingSwept() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> rig.time.advance(1_000)));
        StoppingStore failing = new StoppingStore(rig.store);
        rig.store = failing;
        rig.deliver("{}", "a");
        rig.deliver("{}", "b");
        rig.deliver("{}", "c");
        rig.queue.clear();
        rig.time.advance(100_000);
        failing.beforeWrite = chain -> {
            if (chain.chainId().equals("b")) {
                throw new StoreUnavailableException("throttled", null);
            }
        };

        assertThat(rig.sweep()).isEqualTo(new SweepReport(2, 0, 0, 0, 1, 0, 0));
        assertThat(rig.queue).hasSize(2);
    }

    @Test
    void ofTwoSweepersAtOnceOneSendsAHop() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> rig.time.advance(1_000)));
        StoppingStore shared = new StoppingStore(rig.store);
        rig.store = shared;
        rig.deliver("{}", "a");
        rig.queue.clear();
        rig.time.advance(100_000);
        SweepReport[] other = {null};
        shared.beforeWrite = chain -> {
            // The first sweeper has found the chain, and the second one takes it.
            shared.beforeWrite = each -> {};
            other[0] = rig.sweep();
        };

        assertThat(rig.sweep()).isEqualTo(new SweepReport(0, 0, 0, 1, 0, 0, 0));
        assertThat(other[0]).isEqualTo(new SweepReport(1, 0, 0, 0, 0, 0, 0));
        assertThat(rig.queue).hasSize(1);
    }

    @Test
    void aHopThatNobodyClaimsIsSentAtGrowingIntervalsAndThenGivenUp() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> rig.time.advance(1_000)));
        rig.deliver("{}", "a");
        rig.queue.clear();

        int minutes = 0;
        while (!rig.record("a").status().terminal()) {
            rig.time.advance(60_000);
            rig.sweep();
            minutes++;
        }

        assertThat(rig.queue).hasSize(10);
        assertThat(minutes).isBetween(5 * 60, 7 * 60);
        assertThat(rig.record("a").failure().kind()).isEqualTo("NeverClaimed");
    }

    @Test
    void aHopThatMayNotBeSentCountsForNothingAndIsTriedOnce() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> rig.time.advance(1_000)));
        for (int chain = 0; chain < 150; chain++) {
            rig.deliver("{}", "chain-" + chain);
        }
        rig.queue.clear();
        rig.beforeSend = () -> {
            throw new ContinuationException("403", new IllegalStateException(), false);
        };
        for (int minute = 0; minute < 300; minute++) {
            rig.time.advance(60_000);
            assertThat(rig.sweep().notSent())
                    .as("each once, beyond the first page")
                    .isEqualTo(150);
        }
        rig.beforeSend = () -> {};

        assertThat(rig.sweep().sent()).isEqualTo(150);
        assertThat(rig.record("chain-0").status()).isEqualTo(ChainStatus.HANDED_OFF);
        assertThat(rig.runToEnd(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aResumeWhoseAnswerWasLostIsAResume() throws Exception {
        rig.runs(new CountingJob(options.maxHops(1).build(), 10, (count, hop) -> rig.time.advance(1_000)));
        rig.runToEnd("{}");
        StoppingStore losing = new StoppingStore(rig.store);
        boolean[] lost = {false};
        losing.beforeWrite = next -> {
            if (!lost[0]) {
                lost[0] = true;
                losing.write(next);
            }
        };
        rig.store = losing;

        rig.control().resume("Count", "request-0");

        assertThat(lost[0]).isTrue();
        assertThat(rig.queue).hasSize(1);
    }

    @Test
    void aResumeWithoutTheRightToSendSaysSoAndCanBeMadeAgain() throws Exception {
        rig.runs(new CountingJob(options.maxHops(1).build(), 10, (count, hop) -> rig.time.advance(1_000)));
        rig.runToEnd("{}");
        rig.beforeSend = () -> {
            throw new ContinuationException("no credentials", new IllegalStateException(), true);
        };
        assertThatThrownBy(() -> rig.control().resume("Count", "request-0"))
                .isInstanceOf(ContinuationException.class)
                .hasMessage("chain request-0 of Count is resumed, but its hop was not sent: no credentials"
                        + " Mend that and resume it again, or leave it to the sweeper.");
        rig.beforeSend = () -> {};

        rig.control().resume("Count", "request-0");

        assertThat(rig.deliver(rig.queue.remove().event()).status()).isEqualTo(Status.COMPLETED);
        assertThatThrownBy(() -> rig.control().resume("Count", "request-0")).hasMessageContaining("is COMPLETED");
    }

    @Test
    void aContinuationOfAChainThatTheStoreDoesNotHaveIsAnError() {
        rig.runs(new CountingJob(options.build(), 10, (count, hop) -> {}));

        assertThatThrownBy(() ->
                        rig.deliver("{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"elsewhere\",\"hop\":3}}"))
                .isInstanceOf(UnknownChainException.class)
                .hasMessageStartingWith("the store memory: has no chain \"elsewhere\" of the job Count, and the event"
                        + " continues one. Set LONGHAUL_STORE to the store in which the chain began.");
    }
}
