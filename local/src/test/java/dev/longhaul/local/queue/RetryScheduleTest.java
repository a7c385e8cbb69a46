package dev.longhaul.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.invocation.FailedEvent.Condition;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Reason;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.local.queue.RetrySchedule.Decision.Again;
import dev.longhaul.local.queue.RetrySchedule.Decision.Done;
import dev.longhaul.local.queue.RetrySchedule.Decision.GiveUp;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RetryScheduleTest {

    private static final InvocationResult THROTTLED = new InvocationResult.Throttled(Reason.RESERVED_CONCURRENCY);

    private final RetrySchedule schedule = new RetrySchedule(2, Duration.ofHours(6), UnaryOperator.identity());

    @Test
    void endsWithSuccess() {
        assertThat(schedule.after(result(InvocationStatus.SUCCEEDED), 3, 0, Duration.ofHours(7)))
                .isEqualTo(new Done());
    }

    @ParameterizedTest
    @EnumSource(value = InvocationStatus.class, names = "SUCCEEDED", mode = EnumSource.Mode.EXCLUDE)
    void triesEveryKindOfErrorTwiceMore(InvocationStatus status) {
        InvocationResult failed = result(status);

        assertThat(schedule.after(failed, 1, 0, Duration.ZERO)).isEqualTo(new Again(Duration.ofMinutes(1)));
        assertThat(schedule.after(failed, 2, 0, Duration.ZERO)).isEqualTo(new Again(Duration.ofMinutes(2)));
        assertThat(schedule.after(failed, 3, 0, Duration.ZERO)).isEqualTo(new GiveUp(Condition.RETRIES_EXHAUSTED));
    }

    @Test
    void triesNoMoreOftenThanTheFunctionSays() {
        RetrySchedule never = new RetrySchedule(0, Duration.ofHours(6), UnaryOperator.identity());

        assertThat(never.after(result(InvocationStatus.TIMED_OUT), 1, 0, Duration.ZERO))
                .isEqualTo(new GiveUp(Condition.RETRIES_EXHAUSTED));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "500, 300"})
    void backsOffFromThrottlesUpToFiveMinutes(int refusals, long seconds) {
        assertThat(schedule.after(THROTTLED, 0, refusals, Duration.ZERO))
                .isEqualTo(new Again(Duration.ofSeconds(seconds)));
        assertThat(schedule.after(new InvocationResult.Unavailable("x"), 0, refusals, Duration.ZERO))
                .isEqualTo(new Again(Duration.ofSeconds(seconds)));
    }

    @Test
    void doesNotWaitForAFunctionThatIsTurnedOff() {
        InvocationResult off = new InvocationResult.Throttled(Reason.ZERO_RESERVED_CONCURRENCY);

        assertThat(schedule.after(off, 0, 1, Duration.ZERO)).isEqualTo(new GiveUp(Condition.ZERO_RESERVED_CONCURRENCY));
    }

    @Test
    void givesUpWhatWouldBeTooOldByThen() {
        Duration almost = Duration.ofHours(6).minusMinutes(1);

        assertThat(schedule.after(result(InvocationStatus.EXITED), 1, 0, almost))
                .isEqualTo(new Again(Duration.ofMinutes(1)));
        assertThat(schedule.after(result(InvocationStatus.EXITED), 1, 0, almost.plusNanos(1)))
                .isEqualTo(new GiveUp(Condition.EVENT_AGE_EXCEEDED));
        assertThat(schedule.after(THROTTLED, 0, 10, almost)).isEqualTo(new GiveUp(Condition.EVENT_AGE_EXCEEDED));
        assertThat(schedule.isTooOld(Duration.ofHours(6))).isFalse();
        assertThat(schedule.isTooOld(Duration.ofHours(6).plusNanos(1))).isTrue();
    }

    @Test
    void scalesItsWaits() {
        RetrySchedule fast = new RetrySchedule(2, Duration.ofHours(6), delay -> delay.dividedBy(60));

        assertThat(fast.after(result(InvocationStatus.EXITED), 1, 0, Duration.ZERO))
                .isEqualTo(new Again(Duration.ofSeconds(1)));
    }

    private static InvocationResult result(InvocationStatus status) {
        Report report = new Report("r", 1, status, Duration.ZERO, Optional.empty(), 128, 0);
        return new InvocationResult.Completed(report, Payload.of("{}"), Payload.of(""));
    }
}
