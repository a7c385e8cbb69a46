package dev.longhaul.example.demo.backfill;

import dev.longhaul.client.ChainHandle;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import java.util.Optional;

/**
 * Stops the chain in the middle of a step, as its operator would, and resumes it. Asked again and again by the thread that
 * watches the chain.
 */
final class Stopper {

    private static final String REASON = "the demo's --stop";
    /** Committed steps between the start, or a resume, and the next stop. */
    private static final int STEPS = 5;

    private final ChainHandle handle;
    private final int wanted;
    private final long tickMillis;
    private int done;
    private long stepsBefore;
    private long askedAt;

    Stopper(ChainHandle handle, int wanted, long tickMillis) {
        this.handle = handle;
        this.wanted = wanted;
        this.tickMillis = tickMillis;
    }

    /** Asks the chain to stop, or resumes it, if the moment has come; what to say of that. */
    Optional<String> look(ChainRecord chain, long now) {
        if (resumes(chain)) {
            long millis = chain.updatedAt() - askedAt;
            handle.resume();
            askedAt = 0;
            stepsBefore = chain.steps();
            return Optional.of(
                    "  STOPPED  " + millis + " ms after it was asked (a tick has " + tickMillis + " ms), and resumed");
        }
        if (done < wanted
                && askedAt == 0
                && chain.status() == ChainStatus.RUNNING
                && chain.steps() >= stepsBefore + STEPS) {
            askedAt = now;
            done++;
            handle.stop(REASON);
            return Optional.of("  stop     asked for behind step " + chain.steps());
        }
        return Optional.empty();
    }

    /** Whether this chain was stopped here, and is to go on. */
    boolean resumes(ChainRecord chain) {
        return askedAt > 0 && chain.status() == ChainStatus.STOPPED;
    }
}
