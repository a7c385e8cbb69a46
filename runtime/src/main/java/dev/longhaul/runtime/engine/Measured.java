package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.watchdog.Durations;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a hop has measured so far, and tells the log. Thread-safe for one writer.
 *
 * <p>A hop hands off once, as the last thing that it does. So the time of its handoff is for the next hop that the same
 * environment runs, of whatever chain.
 */
final class Measured {

    private final HopLog log;
    private final AtomicLong lastHandoff;
    private volatile Durations durations = Durations.NONE;

    /**
     * Nothing measured yet.
     *
     * @param lastHandoff the time of the environment's last handoff, in milliseconds; 0 where it had none
     */
    Measured(HopLog log, AtomicLong lastHandoff) {
        this.log = log;
        this.lastHandoff = lastHandoff;
    }

    Durations durations() {
        return durations.withHandoff(lastHandoff.get());
    }

    void handoff(long millis) {
        lastHandoff.set(millis);
    }

    void step(long millis) {
        durations = durations.withStep(millis);
    }

    void checkpoint(ChainRecord committed, long millis) {
        durations = durations.withCheckpoint(millis);
        log.checkpoint(committed, millis);
    }
}
