package dev.longhaul.local.process;

import dev.longhaul.local.invocation.Payload;
import java.time.Duration;
import java.util.Locale;

/**
 * An error that Lambda itself reports for a function, with its type and text.
 *
 * @param type the {@code errorType} of the answer
 * @param text what goes wrong, as in the log
 */
record PlatformError(String type, String text) {

    private static final int SIGNALS = 128;
    private static final double NANOS_PER_SECOND = 1e9;

    static PlatformError timedOut(Duration timeout) {
        return new PlatformError(
                "Sandbox.Timedout",
                String.format(Locale.ROOT, "Task timed out after %.2f seconds", timeout.toNanos() / NANOS_PER_SECOND));
    }

    /** Of a process that ended before it answered. */
    static PlatformError exited(int status) {
        String text;
        if (status == 0) {
            text = "Runtime exited without providing a reason";
        } else if (status > SIGNALS) {
            text = "Runtime exited with error: signal: " + signal(status - SIGNALS);
        } else {
            text = "Runtime exited with error: exit status " + status;
        }
        return new PlatformError("Runtime.ExitError", text);
    }

    private static String signal(int number) {
        return switch (number) {
            case 6 -> "aborted";
            case 9 -> "killed";
            case 11 -> "segmentation fault";
            case 15 -> "terminated";
            default -> Integer.toString(number);
        };
    }

    /** The answer; neither part needs escaping. */
    Payload payload(String requestId) {
        return Payload.of("{\"errorType\":\"" + type + "\",\"errorMessage\":\"RequestId: " + requestId + " Error: "
                + text + "\"}");
    }
}
