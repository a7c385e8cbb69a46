package dev.longhaul.testing.sim;

import java.util.function.LongUnaryOperator;

/**
 * How long a job's work takes, in virtual milliseconds.
 *
 * @param stepMillis a step, by its number
 * @param unitMillis the work between two looks at {@code shouldYield()} or {@code remainingMillis()}, in a step that
 *     works until it should yield
 */
public record Tempo(LongUnaryOperator stepMillis, long unitMillis) {

    /** Steps that take so long, and do not look at the time. */
    public static Tempo steps(LongUnaryOperator millis) {
        return new Tempo(millis, 0);
    }
}
