package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch that finds its size, before a service that becomes 20 times slower, and as fast as before again. */
class BatchSizeTest {

    private static final long PHASE = Duration.ofMinutes(30).toMillis();
    private static final long FAST = 5;
    private static final long SLOW = 100;
    private static final int MAX = 20_000;

    @Test
    void itLoadsNineTenthsOfWhatTheBestFixedSizeWouldInEachPhaseAndOverrunsNever() {
        ChainRun<Loading> run = run(1, MAX, 3, phase -> phase == 1 ? SLOW : FAST);
        int[] rows = run.assertCompleted().job().rows;
        int fast = best(FAST);
        int slow = best(SLOW);

        assertThat(run.transcript()).doesNotContain("overran");
        assertThat(rows[0]).as("of %s", fast).isGreaterThan(fast * 9 / 10);
        assertThat(rows[1]).as("of %s", slow).isGreaterThan(slow * 9 / 10);
        assertThat(rows[2]).as("of %s", fast).isGreaterThan(fast * 9 / 10);
    }

    @Test
    void whereverInAHopTheServiceSlowsDownTheStepThatFindsOutFits() {
        for (int second = 600; second < 960; second += 3) {
            long at = second * 1_000L;
            ChainRun<Loading> run = ChainTester.of(Loading.handler(1, MAX, 2, at, phase -> phase == 0 ? FAST : SLOW))
                    .stepTakes(Duration.ZERO)
                    .unitTakes(Duration.ofMillis(50))
                    .run();
            assertThat(run.assertCompleted().transcript())
                    .as("slow from second %s on", second)
                    .doesNotContain("overran");
        }
    }

    @Test
    void aFixedSizeForTheFastServiceIsOverrunByTheSlowOne() {
        assertThat(run(1_000, 1_000, 1, phase -> SLOW).transcript()).contains("overran");
    }

    @Test
    void theNextHopGoesOnWithIt() {
        ChainRun<Loading> run = run(1, MAX, 1, phase -> FAST);

        assertThat(run.hops()).isGreaterThan(2);
        assertThat(run.chain().work().batch()).isBetween(460, 480);
        assertThat(run.steps()).as("it begins small once").isLessThan(PHASE / 2_400);
    }

    @Test
    void aJobWhoseItemsHaveKeysOfTheirOwnMayDieAnywhere() {
        TreeMap<Integer, Integer> copied = new TreeMap<>();
        KillReport report = ChainTester.of(Copying.handler(300, row -> copied.merge(row, 1, (one, other) -> 1)))
                .stepTakes(step -> Duration.ofSeconds(step % 3 == 0 ? 12 : 1))
                .beforeEach(copied::clear)
                .outcome(() -> copied)
                .killAtEveryPoint();

        assertThat(copied).hasSize(300);
        assertThat(report.points()).isGreaterThan(20);
    }

    /** The most rows that a size loads in a phase without being overrun. */
    private static int best(long rowMillis) {
        return IntStream.of(1, 10, 30, 60, 100, 200, 300, 400, 500, 1_000, 2_000, 5_000, 10_000)
                .map(size -> {
                    ChainRun<Loading> run = run(size, size, 1, phase -> rowMillis);
                    return run.transcript().contains("overran") ? 0 : run.job().rows[0];
                })
                .max()
                .orElseThrow();
    }

    private static ChainRun<Loading> run(int min, int max, int phases, LongUnaryOperator rowMillis) {
        return ChainTester.of(Loading.handler(min, max, phases, PHASE, rowMillis))
                .stepTakes(Duration.ZERO)
                .unitTakes(Duration.ofMillis(20))
                .run();
    }
}
