package dev.longhaul.runtime.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.watchdog.Look.Verdict;
import org.junit.jupiter.api.Test;

class WatchdogRuleTest {

    private final WatchdogRule fixed = new WatchdogRule(60_000, 10_000, false, 0);
    private final WatchdogRule adaptive = new WatchdogRule(60_000, 10_000, true, 2_500);

    @Test
    void goesOnAboveTheThresholdAndYieldsAtIt() {
        assertThat(fixed.look(60_001, Durations.NONE).verdict()).isEqualTo(Verdict.GO_ON);
        assertThat(fixed.look(60_000, Durations.NONE).verdict()).isEqualTo(Verdict.YIELD);
    }

    @Test
    void looksOnTheTickAndExactlyAtTheThreshold() {
        assertThat(fixed.look(900_000, Durations.NONE).nextMillis()).isEqualTo(10_000);
        assertThat(fixed.look(62_000, Durations.NONE).nextMillis()).isEqualTo(2_000);
    }

    @Test
    void abandonsTheStepInTheLastReserve() {
        assertThat(fixed.look(1_001, Durations.NONE)).isEqualTo(new Look(Verdict.YIELD, 1));
        assertThat(fixed.look(1_000, Durations.NONE).verdict()).isEqualTo(Verdict.ABANDON);
        assertThat(fixed.look(0, Durations.NONE).verdict()).isEqualTo(Verdict.ABANDON);
    }

    @Test
    void keepsMoreInReserveWhereHandoffsAreSlow() {
        Durations slow = new Durations(10, 1_500, 1_000);

        assertThat(fixed.reserve(slow)).isEqualTo(5_000);
        assertThat(fixed.look(5_000, slow).verdict()).isEqualTo(Verdict.ABANDON);
    }

    @Test
    void neverKeepsMoreThanHalfTheThresholdInReserve() {
        assertThat(new WatchdogRule(1_200, 100, false, 0).reserve(Durations.NONE))
                .isEqualTo(600);
    }

    @Test
    void adaptsToWhatWasMeasuredBelowTheCeiling() {
        assertThat(adaptive.threshold(Durations.NONE)).isEqualTo(60_000);
        assertThat(adaptive.threshold(new Durations(2_000, 100, 50))).isEqualTo(2 * 2_000 + 1_000);
        assertThat(adaptive.threshold(new Durations(100, 100, 50))).isEqualTo(2_500 + 1_000);
        assertThat(adaptive.threshold(new Durations(100_000, 100, 50))).isEqualTo(60_000);
    }

    @Test
    void measuresOnlyGrowButForTheLastHandoff() {
        Durations durations = Durations.NONE
                .withStep(5)
                .withStep(3)
                .withCheckpoint(7)
                .withCheckpoint(1)
                .withHandoff(9)
                .withHandoff(2);

        assertThat(durations).isEqualTo(new Durations(5, 7, 2));
    }
}
