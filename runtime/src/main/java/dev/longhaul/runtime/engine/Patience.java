package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.time.Time;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Tries again what may go well later, with growing pauses, for as long as the invocation has time. Thread-safe. */
final class Patience {

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 5_000;
    /** What must be left for another try to be worth it. */
    private static final long LAST_MOMENT = 250;

    private final Time time;
    private final LongSupplier remaining;

    Patience(Time time, LongSupplier remaining) {
        this.time = time;
        this.remaining = remaining;
    }

    /** The pause after so many failed tries, in milliseconds. */
    static long pause(int failures) {
        return Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures - 1, 10));
    }

    /** What the call answers. The last failure comes through when time is up. */
    <T> T with(Supplier<T> call) {
        for (int failures = 1; ; failures++) {
            try {
                return call.get();
            } catch (StoreUnavailableException e) {
                pauseOr(e, failures);
            } catch (ContinuationException e) {
                if (!e.worthRetrying()) {
                    throw e;
                }
                pauseOr(e, failures);
            }
        }
    }

    /** Lets the calling thread wait, however much time is left. */
    void await(long millis) {
        try {
            time.pause(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread of this invocation commits", e);
        }
    }

    private void pauseOr(RuntimeException failure, int failures) {
        long pause = pause(failures);
        if (remaining.getAsLong() - pause < LAST_MOMENT) {
            throw failure;
        }
        try {
            time.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
