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
    private volatile long late;

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

    /** How long the last step went on after the hop was to end, in milliseconds. */
    long late() {
        return late;
    }

    void late(long millis) {
        late = millis;
    }

    void handoff(long millis) {
        lastHandoff.set(millis);
    }

    void step(long millis) {
        durations = durations.withStep(millis);
    }

    void delivered(ChainRecord committed, int signals) {
        log.delivered(committed, signals);
    }

    void checkpoint(ChainRecord committed, long millis) {
        durations = durations.withCheckpoint(millis);
        log.checkpoint(committed, millis);
    }
}
