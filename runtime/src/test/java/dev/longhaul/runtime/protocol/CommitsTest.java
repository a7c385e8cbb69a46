package dev.longhaul.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.protocol.Commits.Work;
import org.junit.jupiter.api.Test;

/** What each commit changes, and what it leaves. */
class CommitsTest {

    private static final SavedState STATE = new SavedState("{\"n\":0}", "schema");
    private static final ChainRecord CLAIMED = ((Claim.Granted)
                    Claims.start(null, "Count", "chain", "{}", new Claimant("request", "arn", 10_000, 25_000)))
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
        ChainRecord failed = Commits.failedAttempt(HELD, 11_000);

        assertThat(failed.failedAttempts()).isEqualTo(1);
        assertThat(Commits.failedAttempt(failed, 12_000).failedAttempts()).isEqualTo(2);
        assertThat(Commits.checkpoint(failed, work(STATE, 1, false), 12_000).failedAttempts())
                .isEqualTo(1);
        assertThat(Commits.checkpoint(failed, work(STATE, 1, true), 12_000).failedAttempts())
                .isZero();
    }

    @Test
    void timeIsBilledAndNeverGoesBack() {
        ChainRecord later = Commits.checkpoint(HELD, work(STATE, 1, true), 12_500);
        ChainRecord earlier = Commits.checkpoint(later, work(STATE, 2, true), 12_000);

        assertThat(later.billedMillis()).isEqualTo(2_500);
        assertThat(earlier.billedMillis()).isEqualTo(2_500);
        assertThat(earlier.updatedAt()).isEqualTo(12_500);
    }

    @Test
    void aHandoffLeavesTheChainToTheNextHop() {
        ChainRecord left = Commits.handOff(HELD, work(STATE, 3, true), 12_000, 70_000);

        assertThat(left.status()).isEqualTo(ChainStatus.HANDED_OFF);
        assertThat(left.hop()).isEqualTo(1);
        assertThat(left.epoch()).isEqualTo(HELD.epoch());
        assertThat(left.leaseUntil()).isEqualTo(70_000);
        assertThat(left.lastHop()).isEqualTo(new HopEntry(0, 1, "request", 10_000, 12_000, 3, HopEntry.End.HANDED_OFF));
    }

    @Test
    void anEndSaysHowAndWhenItMayBeForgotten() {
        ChainRecord end = Commits.finish(HELD, ChainStatus.COMPLETED, work(STATE, 2, true), null, "7", 12_000, 99_000);

        assertThat(end.status()).isEqualTo(ChainStatus.COMPLETED);
        assertThat(end.result()).isEqualTo("7");
        assertThat(end.expiresAt()).isEqualTo(99_000);
        assertThat(end.steps()).isEqualTo(2);
        assertThatThrownBy(() -> Commits.finish(HELD, ChainStatus.RUNNING, null, null, null, 0, 0))
                .hasMessage("RUNNING does not end a chain");
    }

    @Test
    void aSweepBillsTheLostInvocationUpToItsLease() {
        assertThat(Requests.sweep(HELD, 20_000, 80_000).billedMillis()).isEqualTo(10_000);
        assertThat(Requests.sweep(HELD, 900_000, 960_000).billedMillis()).isEqualTo(15_000);
        ChainRecord again = Requests.sweep(HELD.change().billedMillis(500).build(), 20_000, 80_000);
        assertThat(again.billedMillis()).isEqualTo(10_500);
        assertThat(again.epoch()).isEqualTo(HELD.epoch() + 1);
        assertThat(again.leaseUntil()).isEqualTo(80_000);
    }

    private static Work work(SavedState state, long steps, boolean returned) {
        return new Work(state, steps, null, returned);
    }
}
