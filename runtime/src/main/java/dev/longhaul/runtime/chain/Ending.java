package dev.longhaul.runtime.chain;

import org.jspecify.annotations.Nullable;

/**
 * How a chain ends or is to end.
 *
 * @param stopRequested the reason that a stop was asked for with, or null
 * @param failure why the chain ended, when it FAILED or was STOPPED
 * @param result what {@code @OnComplete} returned, as JSON
 * @param expiresAt when the store may forget the chain, in milliseconds of the epoch; 0 while it is not terminal
 */
public record Ending(
        @Nullable String stopRequested,
        @Nullable Failure failure,
        @Nullable String result,
        long expiresAt) {

    /** Of a chain that goes on. */
    public static final Ending NONE = new Ending(null, null, null, 0);

    /** This ending, with another stop request. */
    public Ending withStopRequested(@Nullable String value) {
        return new Ending(value, failure, result, expiresAt);
    }

    /** This ending, with another failure. */
    public Ending withFailure(@Nullable Failure value) {
        return new Ending(stopRequested, value, result, expiresAt);
    }

    /** This ending, with another result. */
    public Ending withResult(@Nullable String value) {
        return new Ending(stopRequested, failure, value, expiresAt);
    }

    /** This ending, with another time at which the chain may be forgotten. */
    public Ending withExpiresAt(long value) {
        return new Ending(stopRequested, failure, result, value);
    }
}
