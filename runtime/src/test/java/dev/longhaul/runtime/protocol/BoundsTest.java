package dev.longhaul.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainChange;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.Usage.Baseline;
import dev.longhaul.runtime.job.JobOptions.Price;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each bound at its edge. */
class BoundsTest {

    /** A gigabyte at a dollar a second. */
    private static final Price DOLLAR_A_SECOND = new Price(1_024, 1.0);

    private static final double REQUEST = DOLLAR_A_SECOND.usd(0, 1);

    private static final ChainRecord FIRST = ((Claim.Granted)
                    Claims.start(null, "Count", "chain", "{}", new Claimant("request", "arn", null, 10_000, 25_000)))
            .next();

    @Test
    void theHopsAreCountedFromTheGrant() {
        Bounds bounds = bounds(3, 9, 0, 0);
        ChainRecord resumed = FIRST.change()
                .usage(usage -> usage.withBaseline(new Baseline(5, 0, 0, 0, 0)))
                .build();

        assertThat(forbids(bounds, resumed, 7, 0)).isNull();
        assertThat(forbids(bounds, resumed, 8, 0).kind()).isEqualTo("MaxHops");
    }

    @Test
    void theStalledInvocationsAreCounted() {
        Bounds bounds = bounds(9, 3, 0, 0);

        assertThat(forbids(bounds, FIRST.change().stalledHops(2).build(), 1, 0)).isNull();
        assertThat(forbids(bounds, FIRST.change().stalledHops(3).build(), 1, 0).kind())
                .isEqualTo("MaxStalledHops");
        assertThat(bounds.beyondHooks(FIRST.change().stalledHops(5).build())).isFalse();
        assertThat(bounds.beyondHooks(FIRST.change().stalledHops(6).build())).isTrue();
    }

    @Test
    void theDurationIsCountedFromTheGrant() {
        Bounds bounds = bounds(9, 9, 0, 1_000);
        ChainRecord resumed = FIRST.change()
                .usage(usage -> usage.withBaseline(new Baseline(0, 0, 0, 0, 50_000)))
                .build();

        assertThat(bounds.meets(resumed, 50_999)).isNull();
        assertThat(bounds.meets(resumed, 51_000).kind()).isEqualTo("MaxDuration");
        assertThat(forbids(bounds, resumed, 1, 51_000).kind()).isEqualTo("MaxDuration");
        assertThat(bounds(9, 9, 0, 0).meets(resumed, Long.MAX_VALUE / 2))
                .as("no bound")
                .isNull();
    }

    @Test
    void theCostOfARunningHopHasWhatIsNotCommittedYet() {
        // The chain of FIRST began at 10,000 and has committed nothing since: 4 s later it has cost 4 dollars.
        Bounds bounds = bounds(9, 9, 4 + REQUEST, 0);

        assertThat(bounds.meets(FIRST, 13_999)).isNull();
        assertThat(bounds.meets(FIRST, 14_000).kind()).isEqualTo("MaxCost");
        assertThat(bounds.meets(FIRST, 14_000).message()).startsWith("the chain has cost $4.0000");
    }

    @Test
    void theTimeOnTheWayCostsNothing() {
        Bounds bounds = bounds(9, 9, 4, 0);
        ChainRecord left = FIRST.change().status(ChainStatus.HANDED_OFF).hop(1).build();

        assertThat(forbids(bounds, left, 1, 900_000)).isNull();
    }

    @Test
    void aLostInvocationCostsNoMoreThanItsLease() {
        assertThat(bounds(9, 9, 15 + REQUEST, 0).meets(FIRST, 900_000).kind()).isEqualTo("MaxCost");
        assertThat(bounds(9, 9, 15.1 + REQUEST, 0).meets(FIRST, 900_000)).isNull();
    }

    @Test
    void theCostIsCountedFromTheGrant() {
        Bounds bounds = bounds(99, 9, 4 + 2 * REQUEST, 0);
        ChainRecord resumed = FIRST.change()
                .status(ChainStatus.HANDED_OFF)
                .hop(9)
                .usage(usage -> usage.withClaim().withClaim().withBaseline(new Baseline(7, 1, 100_000, 0, 0)))
                .billedMillis(103_999)
                .build();

        assertThat(forbids(bounds, resumed, 9, 0)).isNull();
        assertThat(forbids(bounds, resumed.change().billedMillis(104_000).build(), 9, 0)
                        .kind())
                .isEqualTo("MaxCost");
    }

    @Test
    void anInvocationThatClaimedCountsHoweverItEnded() {
        Bounds bounds = bounds(5, 99, 0, 0);
        ChainRecord chain = FIRST;
        for (int claims = 1; claims < 15; claims++) {
            assertThat(forbids(bounds, chain, 0, 0))
                    .as("after %d claims", claims)
                    .isNull();
            chain = chain.change()
                    .usage(usage -> usage.withClaim().withStalledHops(0))
                    .build();
        }

        assertThat(forbids(bounds, chain, 0, 0).kind()).isEqualTo("MaxHops");
        assertThat(forbids(bounds, chain, 0, 0).message()).startsWith("15 invocations have claimed the chain");
    }

    @Test
    void theBilledTimeIsBoundedWhateverTheHop() {
        Bounds bounds = new Bounds(5, 99, 9, 60_000, 0, DOLLAR_A_SECOND, 0);

        assertThat(forbids(bounds, left().billedMillis(59_999).build(), 1, 0)).isNull();
        assertThat(forbids(bounds, left().billedMillis(60_000).build(), 1, 0).kind())
                .isEqualTo("MaxHops");
        assertThat(bounds.withoutBilledTime().meets(left().billedMillis(60_000).build(), 0))
                .as("where nothing is billed")
                .isNull();
    }

    private static ChainChange left() {
        return FIRST.change().status(ChainStatus.HANDED_OFF);
    }

    private static Bounds bounds(int hops, int stalledHops, double usd, long durationMillis) {
        return new Bounds(hops, stalledHops, 9, Long.MAX_VALUE, usd, DOLLAR_A_SECOND, durationMillis);
    }

    private static @Nullable Failure forbids(Bounds bounds, ChainRecord standing, int hop, long now) {
        return bounds.forbids(standing, standing.usage(), hop, now);
    }
}
