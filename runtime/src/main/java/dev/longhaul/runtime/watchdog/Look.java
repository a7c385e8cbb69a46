package dev.longhaul.runtime.watchdog;

/**
 * What one look at the remaining time says.
 *
 * @param verdict what to do
 * @param nextMillis when to look again, in milliseconds from now, above 0
 */
public record Look(Verdict verdict, long nextMillis) {

    /** What to do about the remaining time. */
    public enum Verdict {
        /** There is time. */
        GO_ON,
        /** Hand off as soon as the step has returned. */
        YIELD,
        /** The step has not returned, and the last moment for a handoff without it has come. */
        ABANDON
    }
}
