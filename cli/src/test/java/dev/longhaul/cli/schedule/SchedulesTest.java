package dev.longhaul.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-23T10:00:00Z");

    private Instant now = BEGUN;

    private final Clock clock = new Clock() {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void anHourIsAMinuteWhereTimeGoesSixtyTimesFaster() {
        try (Schedules schedules = new Schedules(clock, 60)) {
            now = BEGUN.plusSeconds(30);

            assertThat(schedules.now()).isEqualTo(BEGUN.plusSeconds(1_800));
            assertThat(schedules.wait(schedules.now(), BEGUN.plusSeconds(3_600)))
                    .isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void howeverFastTimeGoesNothingStartsTwiceWithinASecond() {
        try (Schedules fast = new Schedules(clock, 10_000);
                Schedules plain = new Schedules(clock, 1)) {
            assertThat(fast.wait(BEGUN, BEGUN.plusSeconds(60))).isEqualTo(Duration.ofSeconds(1));
            assertThat(plain.wait(BEGUN, BEGUN.plusMillis(10))).isEqualTo(Duration.ofMillis(10));
        }
    }

    @Test
    void aStartIsToldTheTimeOfTheSchedule() throws InterruptedException {
        List<Instant> told = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(2);
        Schedule soonAndOnceMore =
                after -> told.size() > 1 ? Optional.empty() : Optional.of(BEGUN.plusMillis(told.size()));
        try (Schedules schedules = new Schedules(clock, 1)) {
            schedules.add(soonAndOnceMore, time -> {
                told.add(time);
                over.countDown();
            });
            over.await();
        }
        assertThat(told).containsExactly(BEGUN, BEGUN.plusMillis(1));
    }
}
