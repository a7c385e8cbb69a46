package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.job.JobOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size of a batch grows while there is room for more, and halves when there was too little. */
class BatchSizeTest {

    private static final JobOptions TICK = JobOptions.named("Batches").build();
    private static final JobOptions DECLARED =
            JobOptions.named("Batches").maxStepMillis(40_000).build();

    private final VirtualTime time = new VirtualTime();

    @Test
    void itBeginsWithTheSmallestAndDoublesWhileStepsAreShort() {
        BatchSize size = size(TICK, 0, 1);

        assertThat(size.next()).isZero();
        assertThat(took(size, 10)).isEqualTo(5);
        assertThat(took(size, 20)).isEqualTo(10);
        assertThat(took(size, 40)).isEqualTo(20);
        assertThat(size.next()).isEqualTo(40);
    }

    @Test
    void itGrowsNoFurtherThanAQuarterOfWhatAStepHas() {
        assertThat(after(TICK, 2_000)).as("2.5 s for 100 by what was measured").isEqualTo(125);
        assertThat(after(TICK, 2_499)).isEqualTo(100);
        assertThat(after(TICK, 2_500)).isEqualTo(100);
        assertThat(after(TICK, 10_000)).isEqualTo(100);
        assertThat(after(DECLARED, 4_000)).isEqualTo(200);
        assertThat(after(DECLARED, 9_000)).isEqualTo(111);
    }

    @Test
    void itHalvesAfterAStepThatTookTooLong() {
        assertThat(after(TICK, 10_001)).isEqualTo(50);
        assertThat(after(DECLARED, 10_001)).isEqualTo(100);
        assertThat(after(DECLARED, 40_001)).isEqualTo(50);
    }

    @Test
    void itHalvesAfterAStepThatThrewOrWasToldToWait() {
        BatchSize size = size(TICK, 100, 1);
        size.begin();
        size.ask(5, 1_000);
        size.threw();
        assertThat(size.next()).isEqualTo(50);

        size.begin();
        size.ask(5, 1_000);
        size.toldToWait();
        size.done();
        assertThat(size.next()).isEqualTo(25);
    }

    @Test
    void aStepThatDidNotAskChangesNothing() {
        BatchSize size = size(TICK, 100, 1);
        size.begin();
        time.advance(100_000);
        size.toldToWait();
        size.done();
        size.begin();
        size.threw();

        assertThat(size.next()).isEqualTo(100);
    }

    @Test
    void itStaysWithinItsBoundsAndTheSameWithinAStep() {
        BatchSize size = size(TICK, 100, 1);
        size.begin();

        assertThat(size.ask(5, 70)).isEqualTo(70);
        time.advance(1_000);
        assertThat(size.ask(5, 70)).isEqualTo(70);
        size.done();
        assertThat(size.ask(200, 300)).isEqualTo(200);
        for (int i = 0; i < 40; i++) {
            size.threw();
            assertThat(size.ask(1, 300)).isPositive();
        }
        assertThat(size.next()).isOne();
    }

    @Test
    void noStepOfNoTimeMakesItOverflow() {
        BatchSize size = size(TICK, 1, 1);
        for (int i = 0; i < 40; i++) {
            size.begin();
            assertThat(size.ask(1, Integer.MAX_VALUE)).isPositive();
            size.done();
        }
        assertThat(size.next()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void eachHopThatCommittedNothingHalvesIt() {
        assertThat(size(TICK, 100, 1).next()).isEqualTo(100);
        assertThat(size(TICK, 100, 2).next()).isEqualTo(50);
        assertThat(size(TICK, 100, 3).next()).isEqualTo(25);
        assertThat(size(TICK, 100, 99).next()).isEqualTo(1);
        assertThat(size(TICK, 0, 99).next()).isZero();
    }

    @Test
    void boundsWithNothingBetweenThemAreRefused() {
        BatchSize size = size(TICK, 0, 1);

        assertThatThrownBy(() -> size.ask(0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "batchSize(0, 10) has no size to choose from. Give it a min of 1 or more, and a max that is not"
                                + " below.");
        assertThatThrownBy(() -> size.ask(11, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The next size behind one of 100 that took so long. */
    private int after(JobOptions options, long millis) {
        BatchSize size = size(options, 100, 1);
        took(size, millis);
        return size.next();
    }

    private int took(BatchSize size, long millis) {
        size.begin();
        int asked = size.ask(5, 1_000);
        time.advance(millis);
        size.done();
        return asked;
    }

    private BatchSize size(JobOptions options, int batch, int stalledHops) {
        ChainRecord claimed = ChainRecord.first(
                        new Identity("Batches", "one", null, 1, "request", null),
                        Position.first("request", Rig.ARN, 900_000, 1),
                        Work.none("{}"),
                        List.of())
                .change()
                .work(work -> work.withBatch(batch))
                .stalledHops(stalledHops)
                .build();
        return new BatchSize(options.timing(), claimed, time);
    }
}
