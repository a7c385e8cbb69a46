package dev.longhaul.testing.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.LongRunningHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The budget of steps, checkpoints and hops, counted: these figures are the same on each machine. Whoever raises one does so on
 * purpose, and says in the changelog what it buys.
 */
class BudgetTest {

    private static final int MANY = 100_000;

    @Test
    void aStepAllocatesNothingAndAsksNoClock() throws Exception {
        Cost cost = costOfOne(new Tally_StepsHandler(), 0, MANY);

        assertThat(cost.bytes()).isLessThan(0.01);
        assertThat(cost.clockReads()).isZero();
    }

    @Test
    void aStepOfAnAdaptiveJobAllocatesNothingAndAsksTheClockOnceInSixtyFour() throws Exception {
        Cost cost = costOfOne(new Tally_AdaptiveStepsHandler(), 0, MANY);

        assertThat(cost.bytes()).isLessThan(0.01);
        assertThat(cost.clockReads()).isLessThan(1.1 / 64);
    }

    /**
     * The state as text, the record as text, and the record in bytes: three times the state, and what the JSON writers, the
     * parts of the record and the commit take.
     */
    @ParameterizedTest
    @ValueSource(ints = {200, 1_000, 32_000, 300_000})
    void aCheckpointAllocatesThreeTimesTheStateAndNoMore(int ballast) throws Exception {
        Cost cost = costOfOne(new Tally_CheckpointsHandler(), ballast, 20);

        assertThat(cost.bytes()).isLessThan(3.05 * ballast + 4_500);
        assertThat(cost.clockReads()).isEqualTo(3);
        assertThat(cost.writes()).isEqualTo(1);
        assertThat(cost.reads()).isZero();
    }

    @Test
    void aHopReadsTheStoreOnceAndWritesForItsClaimItsCheckpointsAndItsHandoff() throws Exception {
        Meter meter = new Meter(new Tally_CheckpointsHandler());
        meter.timeEndsAt = 2;
        meter.hop(start(MANY, 0));
        for (int hop = 0; hop < 5; hop++) {
            meter.hop(meter.next());

            assertThat(meter.reads).as("reads").isEqualTo(1);
            assertThat(meter.writes).as("writes").isEqualTo(3);
        }
    }

    private record Cost(double bytes, double clockReads, double reads, double writes) {}

    /** What a step costs: the least of some measurements, since the JVM allocates for its own work now and then. */
    private static Cost costOfOne(LongRunningHandler<?> handler, int ballast, int more) throws Exception {
        // The first run loads classes.
        run(handler, ballast, 1 + more);
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            costs.add(difference(handler, ballast, more));
        }
        return Collections.min(costs, Comparator.comparingDouble(Cost::bytes));
    }

    /** A hop of one step is taken from one of many more. */
    private static Cost difference(LongRunningHandler<?> handler, int ballast, int more) throws Exception {
        Meter one = run(handler, ballast, 1);
        Meter many = run(handler, ballast, 1 + more);
        return new Cost(
                (double) (many.bytesAllocated - one.bytesAllocated) / more,
                (double) (many.clockReads - one.clockReads) / more,
                (double) (many.reads - one.reads) / more,
                (double) (many.writes - one.writes) / more);
    }

    private static Meter run(LongRunningHandler<?> handler, int ballast, int steps) throws Exception {
        Meter meter = new Meter(handler);
        meter.hop(start(steps, ballast));
        return meter;
    }

    private static String start(int to, int ballast) {
        return "{\"to\":" + to + ",\"ballast\":" + ballast + "}";
    }
}
