package dev.longhaul.runtime.job;

/**
 * How a step that throws is tried again.
 *
 * <p>The delay before a try is twice the one before, and at random up to a half of it is left out: so that the chains of a
 * fleet don't come back at once, and yet the delays in all outlast what they were meant for. See
 * {@code docs/adr/0009-half-of-a-delay-is-kept.md}.
 *
 * @param attempts how often a step is tried in all, above 0
 * @param firstDelayMillis the longest delay before the second try, in milliseconds, above 0
 * @param maxDelayMillis the longest delay before any try, in milliseconds
 */
public record Retry(int attempts, long firstDelayMillis, long maxDelayMillis) {

    /** What holds for a job that says nothing. */
    public static final Retry DEFAULT = new Retry(8, 1_000, 60_000);

    /**
     * The delay after so many tries that failed, in milliseconds.
     *
     * @param failures the tries that failed, above 0
     * @param random from 0 to 1
     */
    public long delay(int failures, double random) {
        int doublings = Math.min(failures - 1, 30);
        long longest = firstDelayMillis > maxDelayMillis >> doublings ? maxDelayMillis : firstDelayMillis << doublings;
        return longest - (long) (longest / 2.0 * random);
    }
}
