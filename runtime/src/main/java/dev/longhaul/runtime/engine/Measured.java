package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.watchdog.Durations;

/** What a hop has measured so far, and tells the log. Thread-safe for one writer. */
final class Measured {

    private final HopLog log;
    private volatile Durations durations = Durations.NONE;

    Measured(HopLog log) {
        this.log = log;
    }

    Durations durations() {
        return durations;
    }

    void step(long millis) {
        durations = durations.withStep(millis);
    }

    void checkpoint(ChainRecord committed, long millis) {
        durations = durations.withCheckpoint(millis);
        log.checkpoint(committed, millis);
    }
}
