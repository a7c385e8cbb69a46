package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.job.Retry;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.time.Time;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tries again what may go well later, with growing pauses, for as long as the invocation has time. Thread-safe.
 *
 * <p>An interrupt ends no pause: nobody but a thread that a job has left behind would send one.
 */
final class Patience {

    private static final Retry PAUSES = new Retry(Integer.MAX_VALUE, 50, 5_000);
    /** What must be left for another try to be worth it. */
    private static final long LAST_MOMENT = 250;

    private final Time time;
    private final LongSupplier remaining;

    Patience(Time time, LongSupplier remaining) {
        this.time = time;
        this.remaining = remaining;
    }

    /**
     * What the call answers. The last failure comes through when time is up.
     *
     * <p>A job may ask for a checkpoint while its thread is interrupted: clients would break off a call there, so the flag
     * is lowered meanwhile.
     */
    <T> T with(Supplier<T> call) {
        boolean interrupted = Thread.interrupted();
        try {
            return tried(call);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T tried(Supplier<T> call) {
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

    /** Waits after so many tries that failed, or throws where there is no time for another one. */
    void pauseOr(RuntimeException failure, int failures) {
        long pause = PAUSES.delay(failures, Jitter.of(time.nowMillis(), failures));
        if (remaining.getAsLong() - pause < LAST_MOMENT) {
            throw failure;
        }
        pause(pause);
    }

    /** Waits, however often the thread is interrupted meanwhile. */
    void pause(long millis) {
        long end = time.nowMillis() + millis;
        for (long left = millis; left > 0; left = Math.min(left, end - time.nowMillis())) {
            try {
                time.pause(left);
            } catch (InterruptedException e) {
                // The exception has cleared the flag: what is left is waited.
                continue;
            }
            return;
        }
    }
}
