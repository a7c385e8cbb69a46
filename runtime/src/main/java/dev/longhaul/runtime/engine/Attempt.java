package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.job.Job;
import dev.longhaul.runtime.job.JobFactory;
import dev.longhaul.runtime.log.HopLog;
import org.jspecify.annotations.Nullable;

/** The life of one object of the job: it is closed whatever happens, and before the hop hands off. */
final class Attempt implements AutoCloseable {

    private final HopLog log;
    private final Ledger ledger;
    private @Nullable Job job;

    Attempt(HopLog log, Ledger ledger) {
        this.log = log;
        this.ledger = ledger;
    }

    /** A new object with the committed state. */
    Job open(JobFactory factory, StepLoop loop) throws Exception {
        Job fresh = factory.create(loop);
        job = fresh;
        loop.open(fresh);
        return fresh;
    }

    @Override
    public void close() {
        if (job == null) {
            return;
        }
        try {
            job.close();
        } catch (Exception e) {
            // The work is done and stays done: a close that fails must not bring the hop down.
            log.trouble(ledger.held(), "closing the job", e);
        }
    }
}
