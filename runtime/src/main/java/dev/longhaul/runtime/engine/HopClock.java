package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.time.Time;
import dev.longhaul.runtime.watchdog.Flags;
import java.util.function.LongSupplier;

/**
 * The time of one hop: what it is, what is left, and whether a wait is spent in it or without an invocation.
 *
 * <p>A short wait is spent in the hop: leaving it would save less than the start of another invocation costs, and the sweeper,
 * which looks once a minute, would make it several times longer. See {@code docs/adr/0015-a-wait-has-no-invocation.md}.
 */
final class HopClock {

    /** What is waited in a hop, while its time lasts. */
    static final long SHORT_MILLIS = 10_000;

    /** How long a hop waits before it looks whether it is to end. */
    private static final long LOOK_MILLIS = 1_000;

    private final Time time;
    private final Patience patience;
    private final Flags flags;
    private final LongSupplier remaining;
    private final boolean kept;

    /**
     * The clock of a hop.
     *
     * @param kept whether the store keeps the chain while nothing runs
     */
    HopClock(Time time, Patience patience, Flags flags, LongSupplier remaining, boolean kept) {
        this.time = time;
        this.patience = patience;
        this.flags = flags;
        this.remaining = remaining;
        this.kept = kept;
    }

    /** What the watchdog asks for. */
    Flags flags() {
        return flags;
    }

    /** The clock that it reads. */
    Time time() {
        return time;
    }

    /** The wall clock, in milliseconds of the epoch. */
    long nowMillis() {
        return time.nowMillis();
    }

    /** The milliseconds that are left of the invocation. */
    long remainingMillis() {
        return remaining.getAsLong();
    }

    /** Whether the rest of a wait is worth leaving the invocation for. */
    boolean worthLeaving(long until) {
        return kept && until - time.nowMillis() > SHORT_MILLIS;
    }

    /** Waits here; false where the hop is to end before the wait does. */
    boolean waited(long until) {
        for (long left = until - time.nowMillis(); left > 0; left = until - time.nowMillis()) {
            // The flag may come late, from a watchdog that waits for the store.
            if (worthLeaving(until) || flags.shouldYield() || remainingMillis() <= LOOK_MILLIS) {
                return false;
            }
            patience.pause(Math.min(left, LOOK_MILLIS));
        }
        return true;
    }
}
