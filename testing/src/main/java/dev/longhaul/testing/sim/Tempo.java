package dev.longhaul.testing.sim;

import java.util.function.LongUnaryOperator;

/**
 * How long a job's work takes, in virtual milliseconds, and what comes between its steps.
 *
 * @param stepMillis a step, by its number
 * @param unitMillis the work between two looks at {@code shouldYield()} or {@code remainingMillis()}, in a step that
 *     works until it should yield
 * @param seam what comes between two steps
 */
public record Tempo(LongUnaryOperator stepMillis, long unitMillis, Seam seam) {

    /** What comes between two steps of a job. */
    public enum Seam {
        /** What the watchdog finds due. */
        NONE,
        /** A checkpoint. */
        CHECKPOINT,
        /** A handoff: each step but the first is done by another object of the job. */
        HANDOFF
    }

    /** Steps that take so long, and do not look at the time. */
    public static Tempo steps(LongUnaryOperator millis) {
        return new Tempo(millis, 0, Seam.NONE);
    }
}
