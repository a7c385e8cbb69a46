package dev.longhaul.local.invocation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What an invocation took: the content of Lambda's REPORT line.
 *
 * @param requestId the same for every attempt at one asynchronous event
 * @param attempt from 1
 * @param status how it ended
 * @param duration from the delivery of the event to the end, without init
 * @param init what the start of the process took, where this invocation started one
 * @param memoryMegabytes the function's setting
 * @param maxMemoryUsedMegabytes the largest resident size of the process so far; 0 where the system does not tell
 */
public record Report(
        String requestId,
        int attempt,
        InvocationStatus status,
        Duration duration,
        Optional<Duration> init,
        int memoryMegabytes,
        int maxMemoryUsedMegabytes) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What Lambda bills: init (since August 2025) and duration, rounded up to whole milliseconds. */
    public Duration billed() {
        long nanos = duration.plus(init.orElse(Duration.ZERO)).toNanos();
        return Duration.ofMillis(Math.floorDiv(nanos + NANOS_PER_MILLI - 1, NANOS_PER_MILLI));
    }

    /** The line as Lambda prints it, with its tabs, the last one included. */
    public String line() {
        return "REPORT RequestId: " + requestId + "\tDuration: " + millis(duration) + " ms\tBilled Duration: "
                + billed().toMillis() + " ms\tMemory Size: " + memoryMegabytes + " MB\tMax Memory Used: "
                + maxMemoryUsedMegabytes + " MB\t"
                + init.map(time -> "Init Duration: " + millis(time) + " ms\t").orElse("")
                + statusText();
    }

    private String statusText() {
        return switch (status) {
            case SUCCEEDED, FUNCTION_ERROR -> "";
            case INIT_ERROR -> "Status: error\tError Type: Runtime.InitError\t";
            case TIMED_OUT -> "Status: timeout\t";
            case EXITED -> "Status: error\tError Type: Runtime.ExitError\t";
        };
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / (double) NANOS_PER_MILLI);
    }
}
