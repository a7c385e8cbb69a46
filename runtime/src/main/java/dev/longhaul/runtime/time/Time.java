package dev.longhaul.runtime.time;

import java.util.function.LongSupplier;

/** The present, waiting, and a regular look. Thread-safe. */
public interface Time {

    /** The wall clock, in milliseconds of the epoch. */
    long nowMillis();

    /** Lets the calling thread wait. */
    void pause(long millis) throws InterruptedException;

    /**
     * When a chain's wait ends that was asked for until then, both in milliseconds of the epoch: earlier where a
     * demonstration shortens its waits.
     */
    default long endOfWait(long until) {
        return until;
    }

    /**
     * Calls {@code look} at once and then again and again, never two at a time, on a thread of its own.
     *
     * @param name what the thread is for
     * @param look does the work, and answers the milliseconds until the next call, or a negative number for no more
     */
    Ticking tick(String name, LongSupplier look);

    /** A regular look that goes on until it is closed. */
    interface Ticking extends AutoCloseable {

        /** Ends the looks; when it returns, none is under way and none will follow. */
        @Override
        void close();
    }
}
