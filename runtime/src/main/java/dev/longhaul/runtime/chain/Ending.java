package dev.longhaul.runtime.chain;

import org.jspecify.annotations.Nullable;

/**
 * How a chain ends or is to end.
 *
 * @param stopRequested the reason that a stop was asked for with, or null
 * @param failure why the chain ended, when it FAILED or was STOPPED
 * @param result what {@code @OnComplete} returned, as JSON
 * @param expiresAt when the store may forget the chain, in milliseconds of the epoch; 0 while it is not terminal
 * @param notices how often others may be tried to be told of the end: {@value #NO_NOTICES} where nobody is to be told, and
 *     {@value #SETTLED} when they were told or given up
 */
public record Ending(
        @Nullable String stopRequested,
        @Nullable Failure failure,
        @Nullable String result,
        long expiresAt,
        int notices) {

    /** Of a chain whose end is told to nobody. */
    public static final int NO_NOTICES = 0;

    /** Of one whose end needs not be told any more. */
    public static final int SETTLED = -1;

    /** A day of tries, at the intervals of sweeps. */
    public static final int MOST_NOTICES = 30;

    /** Of a chain that goes on. */
    public static final Ending NONE = new Ending(null, null, null, 0, NO_NOTICES);

    /** This ending, with another stop request. */
    public Ending withStopRequested(@Nullable String value) {
        return new Ending(value, failure, result, expiresAt, notices);
    }

    /** This ending, with another failure. */
    public Ending withFailure(@Nullable Failure value) {
        return new Ending(stopRequested, value, result, expiresAt, notices);
    }

    /** This ending, with another result. */
    public Ending withResult(@Nullable String value) {
        return new Ending(stopRequested, failure, value, expiresAt, notices);
    }

    /** This ending, with another time at which the chain may be forgotten. */
    public Ending withExpiresAt(long value) {
        return new Ending(stopRequested, failure, result, value, notices);
    }

    /** This ending, of which others may be tried to be told so often. */
    public Ending withNotices(int value) {
        return new Ending(stopRequested, failure, result, expiresAt, value);
    }
}
