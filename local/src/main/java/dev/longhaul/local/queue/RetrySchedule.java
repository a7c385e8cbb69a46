package dev.longhaul.local.queue;

import dev.longhaul.local.invocation.FailedEvent.Condition;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.InvocationResult.Reason;
import dev.longhaul.local.invocation.InvocationResult.Throttled;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Lambda's rules for what becomes of an asynchronous event after an attempt. A pure function of the attempts so far.
 *
 * @param maximumRetryAttempts how often a function error is followed by another attempt
 * @param maximumEventAge how old an event may become
 * @param scale makes the waits of a demonstration shorter than Lambda's; the identity for Lambda's own
 */
record RetrySchedule(int maximumRetryAttempts, Duration maximumEventAge, UnaryOperator<Duration> scale) {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LATER_RETRY = Duration.ofMinutes(2);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final int LARGEST_SHIFT = 9;

    /** What comes next. */
    sealed interface Decision {

        /** Nothing: the function has succeeded. */
        record Done() implements Decision {}

        /** Another attempt after a while. */
        record Again(Duration delay) implements Decision {}

        /** The event is given up. */
        record GiveUp(Condition condition) implements Decision {}
    }

    /**
     * Decides after an attempt.
     *
     * @param runs attempts that reached the function, this one included
     * @param refusals attempts in a row that did not, this one included
     * @param age of the event
     */
    Decision after(InvocationResult result, int runs, int refusals, Duration age) {
        if (result instanceof Completed completed) {
            if (!completed.isError()) {
                return new Decision.Done();
            }
            return runs > maximumRetryAttempts
                    ? new Decision.GiveUp(Condition.RETRIES_EXHAUSTED)
                    : again(runs == 1 ? FIRST_RETRY : LATER_RETRY, age);
        }
        if (result instanceof Throttled throttled && throttled.reason() == Reason.ZERO_RESERVED_CONCURRENCY) {
            return new Decision.GiveUp(Condition.ZERO_RESERVED_CONCURRENCY);
        }
        Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << Math.min(refusals - 1, LARGEST_SHIFT));
        return again(backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF, age);
    }

    /** Whether an event of this age is not run any more. */
    boolean isTooOld(Duration age) {
        return age.compareTo(maximumEventAge) > 0;
    }

    private Decision again(Duration unscaled, Duration age) {
        Duration delay = scale.apply(unscaled);
        return isTooOld(age.plus(delay))
                ? new Decision.GiveUp(Condition.EVENT_AGE_EXCEEDED)
                : new Decision.Again(delay);
    }
}
