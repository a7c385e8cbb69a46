package dev.longhaul.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.Inbox;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.protocol.Advance.Awaited;
import org.junit.jupiter.api.Test;

/** What each commit changes, and what it leaves. */
class CommitsTest {

    private static final SavedState STATE = new SavedState("{\"n\":0}", "schema");
    private static final ChainRecord CLAIMED = ((Claim.Granted)
                    Claims.start(null, "Count", "chain", "{}", new Claimant("request", "arn", null, 10_000, 25_000)))
            .next();
    private static final ChainRecord HELD = Commits.checkpoint(CLAIMED, work(STATE, 0, false), 10_000);

    @Test
    void theFirstStateAloneIsNoProgress() {
        assertThat(CLAIMED.stalledHops()).isEqualTo(1);
        assertThat(HELD.stalledHops()).isEqualTo(1);
        assertThat(HELD.input()).as("the state has what came of it").isNull();
    }

    @Test
    void aStepIsProgressAndSoIsAnotherState() {
        SavedState other = new SavedState("{\"n\":1}", "schema");

        assertThat(Commits.checkpoint(HELD, work(STATE, 0, false), 11_000).stalledHops())
                .as("the same again")
                .isEqualTo(1);
        assertThat(Commits.checkpoint(HELD, work(STATE, 1, true), 11_000).stalledHops())
                .isZero();
        assertThat(Commits.checkpoint(HELD, work(other, 0, false), 11_000).stalledHops())
                .isZero();
        assertThat(Commits.checkpoint(CLAIMED, work(STATE, 1, true), 11_000).stalledHops())
                .as("the first state, and a step")
                .isZero();
    }

    @Test
    void aStepThatReturnedEndsARowOfFailures() {
        ChainRecord failed = Commits.failedAttempt(HELD, 70, 12_000, 11_000);

        assertThat(failed.failedAttempts()).isEqualTo(1);
        assertThat(Commits.failedAttempt(failed, 35, 14_000, 12_000).failedAttempts())
                .isEqualTo(2);
        assertThat(Commits.checkpoint(failed, work(STATE, 1, false), 12_000).failedAttempts())
                .isEqualTo(1);
        assertThat(Commits.checkpoint(failed, work(STATE, 1, true), 12_000).failedAttempts())
                .isZero();
        assertThat(failed.usage().notBefore()).isEqualTo(12_000);
        assertThat(failed.work().batch()).isEqualTo(70);
        assertThat(failed.stalledHops()).as("it lived to count a try").isZero();
    }

    @Test
    void timeIsBilledAndNeverGoesBack() {
        ChainRecord later = Commits.checkpoint(HELD, work(STATE, 1, true), 12_500);
        ChainRecord earlier = Commits.checkpoint(later, work(STATE, 2, true), 12_000);

        // A millisecond less than passed: the clock stood still at the checkpoint of HELD, which has a later time all
        // the same.
        assertThat(later.billedMillis()).isEqualTo(2_499);
        assertThat(earlier.billedMillis()).isEqualTo(2_499);
        assertThat(earlier.updatedAt())
                .as("later than the one before, although the clock went back")
                .isEqualTo(12_501);
    }

    @Test
    void aHandoffLeavesTheChainToTheNextHop() {
        ChainRecord left = Commits.handOff(HELD, work(STATE, 3, true), 12_000, 70_000);

        assertThat(left.status()).isEqualTo(ChainStatus.HANDED_OFF);
        assertThat(left.hop()).isEqualTo(1);
        assertThat(left.epoch()).isEqualTo(HELD.epoch());
        assertThat(left.leaseUntil()).isEqualTo(70_000);
        assertThat(left.lastHop()).isEqualTo(new HopEntry(0, 1, 10_000, 12_000, 3, HopEntry.End.HANDED_OFF));
    }

    @Test
    void anEndSaysHowAndWhenItMayBeForgotten() {
        ChainRecord end = Commits.finish(
                HELD, ChainStatus.COMPLETED, work(STATE, 2, true), new Ending(null, null, "7", 99_000, 0), 12_000);

        assertThat(end.status()).isEqualTo(ChainStatus.COMPLETED);
        assertThat(end.result()).isEqualTo("7");
        assertThat(end.expiresAt()).isEqualTo(99_000);
        assertThat(end.steps()).isEqualTo(2);
        assertThatThrownBy(() -> Commits.finish(HELD, ChainStatus.RUNNING, null, Ending.NONE, 0))
                .hasMessage("RUNNING does not end a chain");
    }

    @Test
    void aSweepBillsTheLostInvocationUpToItsLease() {
        assertThat(Interventions.sweep(HELD, 20_000, 80_000).billedMillis()).isEqualTo(9_999);
        assertThat(Interventions.sweep(HELD, 900_000, 960_000).billedMillis()).isEqualTo(14_999);
        ChainRecord again = Interventions.sweep(HELD.change().billedMillis(500).build(), 20_000, 80_000);
        assertThat(again.billedMillis()).isEqualTo(10_499);
        assertThat(again.epoch()).isEqualTo(HELD.epoch() + 1);
        assertThat(again.leaseUntil()).isEqualTo(80_000);
    }

    @Test
    void aSignalThatWasDeliveredIsNoStep() {
        ChainRecord begun = Commits.checkpoint(HELD, work(new SavedState("{}", ""), 0, false), 10_000);
        ChainRecord stalled = begun.change()
                .stalledHops(3)
                .signal(new Signal("add", "x", "1"))
                .build();
        Work told = stalled.work().withState(new SavedState("{\"heard\":1}", ""));

        assertThat(Commits.checkpoint(stalled, new Advance(told, true, 1, Awaited.NOTHING), 12_000)
                        .stalledHops())
                .as("the chain stands still, whatever it is told")
                .isEqualTo(3);
        assertThat(Commits.checkpoint(stalled, new Advance(told.withSteps(1), true, 1, Awaited.NOTHING), 12_000)
                        .stalledHops())
                .isZero();
    }

    private static Advance work(SavedState state, long steps, boolean returned) {
        return new Advance(new Work(null, state, steps, 0, null, 0, Inbox.EMPTY), returned, 0, Awaited.NOTHING);
    }
}
