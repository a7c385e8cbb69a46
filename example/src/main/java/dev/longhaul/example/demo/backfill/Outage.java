package dev.longhaul.example.demo.backfill;

import dev.longhaul.example.demo.stage.Database;
import dev.longhaul.runtime.chain.ChainRecord;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes the database away in the middle of the chain, and brings it back. Asked again and again by the thread that watches
 * the chain; from the end of the outage on it runs the sweeper, for what Lambda has given up meanwhile.
 */
final class Outage {

    /** How often the sweeper runs; a template's runs each minute. */
    private static final int SWEEP_MILLIS = 5_000;

    private static final int STEPS = 5;

    private final Database database;
    private final int seconds;
    private final Sweep sweep;
    private long since;
    private boolean over;
    private long sweptAt;

    /** Runs the sweeper once. */
    interface Sweep {
        void run() throws InterruptedException;
    }

    Outage(Database database, int seconds, Sweep sweep) {
        this.database = database;
        this.seconds = seconds;
        this.sweep = sweep;
    }

    /** Whether there is to be one. */
    boolean wanted() {
        return seconds > 0;
    }

    /** Begins or ends the outage, if the moment has come; what to say of that. */
    Optional<String> look(Optional<ChainRecord> chain, long now) throws IOException, InterruptedException {
        if (!wanted()) {
            return Optional.empty();
        }
        if (since == 0 && chain.map(found -> found.steps() >= STEPS).orElse(false)) {
            since = now;
            database.leave();
            return Optional.of("  OUTAGE   the database is away for " + seconds + " s");
        }
        if (since > 0 && !over && now - since >= 1_000L * seconds) {
            over = true;
            database.comeBack();
            return Optional.of("  OUTAGE   the database is back");
        }
        if (over && now - sweptAt >= SWEEP_MILLIS) {
            sweptAt = now;
            sweep.run();
        }
        return Optional.empty();
    }
}
