package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainChange;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.chain.SavedState;
import org.jspecify.annotations.Nullable;

/**
 * The moves of the invocation that holds a chain: checkpoint, failed attempt, handoff and finish. Pure functions; that
 * the chain is still held is for the conditional write to say. Times are milliseconds of the epoch.
 */
public final class Commits {

    private Commits() {}

    /**
     * What a hop has done by now.
     *
     * @param state the state to commit
     * @param steps the steps of the chain, all told
     * @param progress how far the job says it is, or null
     * @param stepReturned whether a step has returned since the last commit: only that ends a row of failed attempts
     */
    public record Work(
            SavedState state, long steps, @Nullable Progress progress, boolean stepReturned) {}

    /** Commits work, between steps or in the middle of one. */
    public static ChainRecord checkpoint(ChainRecord held, Work work, long now) {
        return worked(held, work, now)
                .lastHop(now, stepsHere(held, work.steps()), End.OPEN)
                .build();
    }

    /** Counts a step that threw. */
    public static ChainRecord failedAttempt(ChainRecord held, long now) {
        return billed(held, now).failedAttempts(held.failedAttempts() + 1).build();
    }

    /**
     * Commits work and leaves the chain to the next hop.
     *
     * @param work null to leave it as it was committed last
     * @param claimBy when the next hop should have claimed the chain
     */
    public static ChainRecord handOff(ChainRecord held, @Nullable Work work, long now, long claimBy) {
        long steps = work == null ? held.steps() : work.steps();
        return worked(held, work, now)
                .status(ChainStatus.HANDED_OFF)
                .hop(held.hop() + 1)
                .leaseUntil(claimBy)
                .lastHop(now, stepsHere(held, steps), End.HANDED_OFF)
                .build();
    }

    /**
     * Ends the chain.
     *
     * @param status a terminal one
     * @param work null to leave it as it was committed last
     * @param failure why, unless it completed
     * @param result what {@code @OnComplete} returned, as JSON, or null
     * @param expiresAt when the store may forget the chain
     */
    public static ChainRecord finish(
            ChainRecord held,
            ChainStatus status,
            @Nullable Work work,
            @Nullable Failure failure,
            @Nullable String result,
            long now,
            long expiresAt) {
        if (!status.terminal()) {
            throw new IllegalArgumentException(status + " does not end a chain");
        }
        long steps = work == null ? held.steps() : work.steps();
        return worked(held, work, now)
                .status(status)
                .failure(failure)
                .result(result)
                .expiresAt(expiresAt)
                .lastHop(now, stepsHere(held, steps), End.FINISHED)
                .build();
    }

    private static ChainChange worked(ChainRecord held, @Nullable Work work, long now) {
        ChainChange next = billed(held, now);
        if (work == null) {
            return next;
        }
        // The first state that is written, without a step, is no progress yet.
        boolean first = held.state() == null;
        if (work.steps() > held.steps() || (!first && !work.state().equals(held.state()))) {
            next.stalledHops(0);
        }
        return next.state(work.state())
                .input(null)
                .steps(work.steps())
                .failedAttempts(work.stepReturned() ? 0 : held.failedAttempts())
                .progress(work.progress());
    }

    private static ChainChange billed(ChainRecord held, long now) {
        return held.change()
                .billedMillis(held.billedMillis() + Math.max(0, now - held.updatedAt()))
                .updatedAt(Math.max(now, held.updatedAt()));
    }

    /** The steps that this invocation has committed: those of the chain less those that were there when it claimed. */
    private static long stepsHere(ChainRecord held, long steps) {
        HopEntry here = held.lastHop();
        return (here == null ? 0 : here.steps()) + steps - held.steps();
    }
}
