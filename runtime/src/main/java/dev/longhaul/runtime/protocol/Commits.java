package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainChange;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Inbox;
import dev.longhaul.runtime.chain.Usage;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.text.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The moves of the invocation that holds a chain: checkpoint, failed attempt, handoff, wait and finish. Pure functions; that
 * the chain is still held is for the conditional write to say. Times are milliseconds of the epoch.
 *
 * <p>Each move has a later {@code updatedAt} than the one before it, also where the clock stands still: so that a holder
 * can tell its own records from each other, where others have written in between.
 */
public final class Commits {

    private Commits() {}

    /** Commits work, between steps or in the middle of one. */
    public static ChainRecord checkpoint(ChainRecord held, Advance advance, long now) {
        return advanced(held, advance, now)
                .lastHop(now, stepsHere(held, advance.work().steps()), End.OPEN)
                .build();
    }

    /**
     * Counts a step that threw. An invocation that lives to do so does not count as one that stood still: the tries have a
     * bound of their own.
     *
     * @param batch the size of the next batch, or 0
     * @param retryAt when the step may be tried again
     */
    public static ChainRecord failedAttempt(ChainRecord held, int batch, long retryAt, long now) {
        Usage usage = billed(held, now)
                .withFailedAttempts(held.failedAttempts() + 1, retryAt)
                .withStalledHops(0);
        return changed(held, usage, now).work(work -> work.withBatch(batch)).build();
    }

    /**
     * Commits work and leaves the chain to the next hop.
     *
     * @param advance null to leave the work as it was committed last
     * @param claimBy when the next hop should have claimed the chain
     */
    public static ChainRecord handOff(ChainRecord held, @Nullable Advance advance, long now, long claimBy) {
        return handedOff(held, advance, now, claimBy).build();
    }

    /**
     * Leaves a chain that waits to the next hop, which goes on waiting. A hop that waited does not count as one that stood
     * still.
     *
     * @param advance null to leave the work as it was committed last
     * @param until when the next step may begin
     * @param claimBy when the next hop should have claimed the chain
     */
    public static ChainRecord handOffWaiting(
            ChainRecord held, @Nullable Advance advance, long until, long now, long claimBy) {
        return handedOff(held, advance, now, claimBy)
                .usage(usage -> usage.withStalledHops(0).withNotBefore(until))
                .build();
    }

    /**
     * Leaves a chain without an invocation until a wait is over.
     *
     * @param advance null to leave the work as it was committed last
     * @param until when the next hop is to be sent
     */
    public static ChainRecord waiting(ChainRecord held, @Nullable Advance advance, long now, long until) {
        ChainChange next = left(held, advance, now, ChainStatus.WAITING, End.WAITING, until)
                .usage(Usage::withWait);
        if (advance == null) {
            // It waits for another try, which no child brings nearer.
            next.work(work -> work.withInbox(work.inbox()
                    .with(work.inbox().news().awaited(0, work.inbox().news().stops()))));
        }
        return next.build();
    }

    /**
     * Ends the chain.
     *
     * @param status a terminal one
     * @param advance null to leave the work as it was committed last
     * @param ending why, unless it completed, with what result, and when the store may forget the chain
     */
    public static ChainRecord finish(
            ChainRecord held, ChainStatus status, @Nullable Advance advance, Ending ending, long now) {
        if (!status.terminal()) {
            throw new IllegalArgumentException(status + " does not end a chain");
        }
        long steps = advance == null ? held.steps() : advance.work().steps();
        return advanced(held, advance, now)
                .status(status)
                .ending(before ->
                        ending.withStopRequested(before.stopRequested()).withNotices(before.notices()))
                .lastHop(now, stepsHere(held, steps), End.FINISHED)
                .build();
    }

    /**
     * Says that the chain is about to end, and commits what was done.
     *
     * @param advance null to leave the work as it was committed last
     */
    public static ChainRecord ending(ChainRecord held, @Nullable Advance advance, String reason, long now) {
        long steps = advance == null ? held.steps() : advance.work().steps();
        String asked = held.stopRequested();
        return advanced(held, advance, now)
                .stopRequested(asked == null ? Texts.cut(reason) : asked)
                .lastHop(now, stepsHere(held, steps), End.OPEN)
                .build();
    }

    /** Whether a chain has been told all that it would wait for. */
    public static boolean isEnough(ChainRecord held, @Nullable Advance advance) {
        return advance != null
                && held.inbox().news().awaited(advance.awaited().told(), false).isEnough();
    }

    /** Whether a chain has children that are to be stopped when it is. */
    public static boolean stopsChildren(ChainRecord held, @Nullable Advance advance) {
        return advance == null ? held.inbox().news().stops() : advance.awaited().stops();
    }

    /** What the chain will have used when so much is committed. */
    public static Usage usage(ChainRecord held, @Nullable Advance advance, long now) {
        Usage usage = billed(held, now);
        if (advance == null) {
            return usage;
        }
        Work work = advance.work();
        // The first state that is written, without a step, is no progress yet; nor is what a signal has changed.
        boolean told = held.state() == null || advance.delivered() > 0;
        if (work.steps() > held.steps() || (!told && !Objects.equals(work.state(), held.state()))) {
            usage = usage.withStalledHops(0);
        }
        return advance.stepReturned() ? usage.withFailedAttempts(0, 0) : usage;
    }

    private static ChainChange handedOff(ChainRecord held, @Nullable Advance advance, long now, long claimBy) {
        return left(held, advance, now, ChainStatus.HANDED_OFF, End.HANDED_OFF, claimBy);
    }

    private static ChainChange left(
            ChainRecord held, @Nullable Advance advance, long now, ChainStatus status, End end, long leaseUntil) {
        long steps = advance == null ? held.steps() : advance.work().steps();
        return advanced(held, advance, now)
                .position(
                        part -> part.withStatus(status).withHop(held.hop() + 1).withLeaseUntil(leaseUntil))
                .lastHop(now, stepsHere(held, steps), end);
    }

    private static ChainChange advanced(ChainRecord held, @Nullable Advance advance, long now) {
        return changed(held, usage(held, advance, now), now)
                .work(before -> advance == null ? before : worked(before, advance));
    }

    /** Signals and news of children come while the job works: those that were not delivered go on waiting. */
    private static Work worked(Work before, Advance advance) {
        Inbox left = before.inbox().delivered(advance.delivered());
        Advance.Awaited awaited = advance.awaited();
        return advance.work().withInbox(left.with(left.news().awaited(awaited.told(), awaited.stops())));
    }

    private static ChainChange changed(ChainRecord held, Usage usage, long now) {
        return held.change().usage(before -> usage).updatedAt(Math.max(now, held.updatedAt() + 1));
    }

    /** A process of one's own is billed elsewhere. */
    private static Usage billed(ChainRecord held, long now) {
        if (Processes.is(held.owner())) {
            return held.usage();
        }
        return held.usage().withBilledMillis(held.billedMillis() + Math.max(0, now - held.updatedAt()));
    }

    /** The steps that this invocation has committed: those of the chain less those that were there when it claimed. */
    private static long stepsHere(ChainRecord held, long steps) {
        HopEntry here = held.lastHop();
        return (here == null ? 0 : here.steps()) + steps - held.steps();
    }
}
