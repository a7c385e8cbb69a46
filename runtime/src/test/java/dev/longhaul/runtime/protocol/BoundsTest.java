package dev.longhaul.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Grant;
import dev.longhaul.runtime.job.Price;
import org.junit.jupiter.api.Test;

/** Each bound at its edge. */
class BoundsTest {

    /** A gigabyte at a dollar a second. */
    private static final Price DOLLAR_A_SECOND = new Price(1_024, 1.0);

    private static final double REQUEST = DOLLAR_A_SECOND.usd(0, 1);

    private static final ChainRecord FIRST = ((Claim.Granted)
                    Claims.start(null, "Count", "chain", "{}", new Claimant("request", "arn", 10_000, 25_000)))
            .next();

    @Test
    void theHopsAreCountedFromTheGrant() {
        Bounds bounds = new Bounds(3, 9, 0, DOLLAR_A_SECOND, 0);
        ChainRecord resumed = FIRST.change().grant(new Grant(5, 0, 0)).build();

        assertThat(bounds.forbids(resumed, 7, 0)).isNull();
        assertThat(bounds.forbids(resumed, 8, 0).kind()).isEqualTo("MaxHops");
    }

    @Test
    void theStalledInvocationsAreCounted() {
        Bounds bounds = new Bounds(9, 3, 0, DOLLAR_A_SECOND, 0);

        assertThat(bounds.forbids(FIRST.change().stalledHops(2).build(), 1, 0)).isNull();
        assertThat(bounds.forbids(FIRST.change().stalledHops(3).build(), 1, 0).kind())
                .isEqualTo("MaxStalledHops");
        assertThat(bounds.beyondHooks(FIRST.change().stalledHops(5).build())).isFalse();
        assertThat(bounds.beyondHooks(FIRST.change().stalledHops(6).build())).isTrue();
    }

    @Test
    void theDurationIsCountedFromTheGrant() {
        Bounds bounds = new Bounds(9, 9, 0, DOLLAR_A_SECOND, 1_000);
        ChainRecord resumed = FIRST.change().grant(new Grant(0, 0, 50_000)).build();

        assertThat(bounds.meets(resumed, 50_999)).isNull();
        assertThat(bounds.meets(resumed, 51_000).kind()).isEqualTo("MaxDuration");
        assertThat(bounds.forbids(resumed, 1, 51_000).kind()).isEqualTo("MaxDuration");
        assertThat(new Bounds(9, 9, 0, DOLLAR_A_SECOND, 0).meets(resumed, Long.MAX_VALUE / 2))
                .as("no bound")
                .isNull();
    }

    @Test
    void theCostOfARunningHopHasWhatIsNotCommittedYet() {
        // The chain of FIRST began at 10,000 and has committed nothing since: 4 s later it has cost 4 dollars.
        Bounds bounds = new Bounds(9, 9, 4 + REQUEST, DOLLAR_A_SECOND, 0);

        assertThat(bounds.meets(FIRST, 13_999)).isNull();
        assertThat(bounds.meets(FIRST, 14_000).kind()).isEqualTo("MaxCost");
        assertThat(bounds.meets(FIRST, 14_000).message()).startsWith("the chain has cost $4.0000");
    }

    @Test
    void theTimeOnTheWayCostsNothing() {
        Bounds bounds = new Bounds(9, 9, 4, DOLLAR_A_SECOND, 0);
        ChainRecord left = FIRST.change().status(ChainStatus.HANDED_OFF).hop(1).build();

        assertThat(bounds.forbids(left, 1, 900_000)).isNull();
    }

    @Test
    void aLostInvocationCostsNoMoreThanItsLease() {
        assertThat(new Bounds(9, 9, 15 + REQUEST, DOLLAR_A_SECOND, 0)
                        .meets(FIRST, 900_000)
                        .kind())
                .isEqualTo("MaxCost");
        assertThat(new Bounds(9, 9, 15.1 + REQUEST, DOLLAR_A_SECOND, 0).meets(FIRST, 900_000))
                .isNull();
    }

    @Test
    void theCostIsCountedFromTheGrant() {
        Bounds bounds = new Bounds(99, 9, 4 + 2 * REQUEST, DOLLAR_A_SECOND, 0);
        ChainRecord resumed = FIRST.change()
                .status(ChainStatus.HANDED_OFF)
                .hop(9)
                .grant(new Grant(7, 100_000, 0))
                .billedMillis(103_999)
                .build();

        assertThat(bounds.forbids(resumed, 9, 0)).isNull();
        assertThat(bounds.forbids(resumed.change().billedMillis(104_000).build(), 9, 0)
                        .kind())
                .isEqualTo("MaxCost");
    }
}
