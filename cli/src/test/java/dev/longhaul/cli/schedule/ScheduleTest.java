package dev.longhaul.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of EventBridge's documentation, and more of what it takes. */
class ScheduleTest {

    /** A Monday. */
    private static final Instant FROM = Instant.parse("2026-11-23T10:07:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute)             | 2026-11-23T10:08:30Z",
                "rate(5 minutes)            | 2026-11-23T10:12:30Z",
                "rate(2 hours)              | 2026-11-23T12:07:30Z",
                "rate(7 days)               | 2026-11-30T10:07:30Z",
                "cron(0 10 * * ? *)         | 2026-11-24T10:00:00Z",
                "cron(15 12 * * ? *)        | 2026-11-23T12:15:00Z",
                "cron(0 18 ? * MON-FRI *)   | 2026-11-23T18:00:00Z",
                "cron(0 8 1 * ? *)          | 2026-12-01T08:00:00Z",
                "cron(0/15 * * * ? *)       | 2026-11-23T10:15:00Z",
                "cron(0/10 * ? * MON-FRI *) | 2026-11-23T10:10:00Z",
                "cron(0/5 8-17 ? * 2-6 *)   | 2026-11-23T10:10:00Z",
                "cron(0 8 ? * 1 *)          | 2026-11-29T08:00:00Z",
                "cron(0 8 ? * SAT *)        | 2026-11-28T08:00:00Z",
                "cron(15 10 ? * 6L 2026-2030) | 2026-11-27T10:15:00Z",
                "cron(0 9 ? * 2#1 *)        | 2026-12-07T09:00:00Z",
                "cron(0 9 ? * L *)          | 2026-11-28T09:00:00Z",
                "cron(0 0 L * ? *)          | 2026-11-30T00:00:00Z",
                "cron(0 0 L-3 * ? *)        | 2026-11-27T00:00:00Z",
                "cron(0 0 LW * ? *)         | 2026-11-30T00:00:00Z",
                "cron(0 0 1W * ? *)         | 2026-12-01T00:00:00Z",
                "cron(30 9 1,15 JAN,JUN ? *) | 2027-01-01T09:30:00Z",
                "cron(0 0 29 2 ? 2028)      | 2028-02-29T00:00:00Z",
            })
    void theNextTimeIsTheOneThatItSays(String expression, Instant next) {
        assertThat(Schedule.read(expression).next(FROM)).contains(next);
    }

    @Test
    void oneThatIsOverHasNoTime() {
        assertThat(Schedule.read("cron(0 0 1 1 ? 2020)").next(FROM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"daily", "rate(0 minutes)", "rate(1 second)", "cron(0 10 * * ?)", "cron(0 25 * * ? *)", "cron()"
            })
    void whatIsNoScheduleIsNamed(String expression) {
        assertThatThrownBy(() -> Schedule.read(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the schedule \"" + expression + "\" is n");
    }
}
