package dev.longhaul.runtime.process;

import dev.longhaul.runtime.time.Time;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The milliseconds that are left of a process: {@link Long#MAX_VALUE} until it is given an end, by a deadline or by who asks it to
 * leave. Thread-safe.
 */
public final class TimeLeft implements LongSupplier {

    private final Time time;
    private final AtomicLong end = new AtomicLong(Long.MAX_VALUE);

    /** No end. */
    public TimeLeft(Time time) {
        this.time = time;
    }

    /** Ends it in so many milliseconds, unless it ends before. */
    public void endIn(long millis) {
        end.accumulateAndGet(time.nowMillis() + millis, Math::min);
    }

    @Override
    public long getAsLong() {
        long at = end.get();
        return at == Long.MAX_VALUE ? at : Math.max(0, at - time.nowMillis());
    }
}
