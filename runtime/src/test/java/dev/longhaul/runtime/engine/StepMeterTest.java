package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.time.Time;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class StepMeterTest {

    private final CountingClock clock = new CountingClock();
    private final Measured measured = new Measured(HopLog.silent(), new AtomicLong());
    private final StepMeter meter = new StepMeter(true, clock, measured);

    @Test
    void shortStepsSeldomAskTheClock() {
        meter.begin();
        steps(1_000_000, 500);

        assertThat(clock.asked).isLessThan(1_000_000 / 64 + 100);
        assertThat(measured.durations().step()).isLessThanOrEqualTo(2);
    }

    @Test
    void aLongStepAmongShortOnesIsMeasured() {
        meter.begin();
        steps(1_000, 500);
        steps(1, 700_000_000);
        steps(64, 500);

        assertThat(measured.durations().step()).isBetween(700L, 701L);
    }

    @Test
    void stepsThatGrowLongAreMeasuredOneByOneFromTheNextTickOn() {
        meter.begin();
        steps(1_000, 500);
        steps(3, 700_000_000);
        meter.end();
        meter.begin();
        assertThat(measured.durations().step()).isBetween(2_100L, 2_101L);
        int asked = clock.asked;
        steps(10, 800_000_000);

        assertThat(clock.asked).isEqualTo(asked + 10);
    }

    @Test
    void whatIsNoStepIsNotMeasured() {
        meter.begin();
        steps(1, 5_000_000);
        meter.end();
        clock.nanos += 900_000_000;
        meter.begin();
        steps(1, 3_000_000);

        assertThat(measured.durations().step()).isEqualTo(5);
    }

    @Test
    void onlyWhoAdaptsAsksTheClock() {
        StepMeter off = new StepMeter(false, clock, measured);
        off.begin();
        off.stepped();
        off.end();

        assertThat(clock.asked).isZero();
    }

    private void steps(int count, long nanos) {
        for (int i = 0; i < count; i++) {
            clock.nanos += nanos;
            meter.stepped();
        }
    }

    /** A clock that tells whole milliseconds, and counts how often it was asked. */
    private static final class CountingClock implements Time {

        private long nanos = 1_000_000_000_000L;
        private int asked;

        @Override
        public long nowMillis() {
            asked++;
            return nanos / 1_000_000;
        }

        @Override
        public void pause(long millis) {
            nanos += millis * 1_000_000;
        }

        @Override
        public Ticking tick(String name, LongSupplier look) {
            throw new UnsupportedOperationException("a meter does not tick");
        }
    }
}
