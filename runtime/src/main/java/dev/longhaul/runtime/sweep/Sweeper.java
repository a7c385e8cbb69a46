package dev.longhaul.runtime.sweep;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ParentNotice;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.log.Activity;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.protocol.Interventions;
import dev.longhaul.runtime.protocol.Processes;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.time.Time;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds the chains whose lease is over, and sends their hop again; those whose wait is over, and sends their next hop; and those
 * that have ended, where others were not told of it yet.
 *
 * <p>Each is taken by a conditional write first, so that of two sweepers at once only one sends it, and an invocation that
 * wakes up late is fenced. A hop that nobody claims is sent at growing intervals, and given up after {@value #MOST} times
 * that Lambda accepted it; one that this sweeper may not send waits, for another sweeper too.
 * Thread-safe.
 */
public final class Sweeper {

    /** How often an unclaimed hop is sent before its chain is stopped: some six hours by the standard grace. */
    static final int MOST = 10;

    private static final int PAGE = 100;
    private static final long LONGEST_WAIT = 3_600_000;

    private final CheckpointStore store;
    private final Continuation continuation;
    private final Time time;
    private final HopLog log;
    private final Graces graces;
    private final Ends ends;

    /**
     * A sweeper of a store.
     *
     * @param graces how long a hop may be on its way before it is sent again, and how long a chain is kept that was given up
     * @param ends tells others of the ends that they were not told of yet
     */
    @SuppressWarnings("exports") // Who simulates sees the clock and the log.
    public Sweeper(CheckpointStore store, Continuation continuation, Time time, HopLog log, Graces graces, Ends ends) {
        this.store = store;
        this.continuation = continuation;
        this.time = time;
        this.log = log;
        this.graces = graces;
        this.ends = ends;
    }

    /**
     * Sweeps until no lease is over. What goes wrong with one chain is logged, and keeps no other from being swept.
     *
     * @param mayGoOn asked before each page of {@value #PAGE} chains
     */
    public SweepReport sweep(BooleanSupplier mayGoOn) {
        SweepReport report = SweepReport.NOTHING;
        // Those whose hop could not be sent are overdue still: each is tried once, and none hides the ones behind it.
        Set<Chain> tried = new HashSet<>();
        EndNotices notices = new EndNotices(store, ends, time, log, graces);
        Listing page;
        int limit;
        do {
            limit = PAGE + tried.size();
            page = store.overdue(time.nowMillis(), limit);
            for (ChainRecord chain : page.chains()) {
                if (tried.add(new Chain(chain.job(), chain.chainId()))) {
                    report = report.plus(chain.status().terminal() ? notices.tell(chain) : sweep(chain));
                }
            }
        } while (page.chains().size() >= limit && mayGoOn.getAsBoolean());
        page.unreadable().forEach(log::unreadable);
        return report.withUnreadable(page.unreadable().size());
    }

    private record Chain(String job, String chainId) {}

    private SweepReport sweep(ChainRecord chain) {
        if (Processes.is(chain.functionArn())) {
            // A process's of one's own are found by such processes, and no function takes them.
            return SweepReport.NOTHING;
        }
        try {
            return chain.sweeps() >= MOST ? giveUp(chain) : send(chain);
        } catch (RuntimeException e) {
            log.trouble(chain, Activity.SWEEPING, e);
            return SweepReport.ONE_NOT_SENT;
        }
    }

    private SweepReport send(ChainRecord chain) {
        long now = time.nowMillis();
        long wait = Math.min(LONGEST_WAIT, graces.handoff() << chain.sweeps());
        ChainRecord taken = Interventions.sweep(chain, now, now + wait);
        if (!store.write(taken)) {
            return SweepReport.ONE_CLAIMED_MEANWHILE;
        }
        try {
            continuation.send(NextHop.of(taken));
        } catch (ContinuationException e) {
            log.trouble(taken, Activity.SENDING_SWEPT_HOP, e);
            // Only what was accepted counts towards giving up. An answer that was lost counts as not accepted: should
            // the hop be on its way, it claims the chain.
            store.write(Interventions.notSent(taken, time.nowMillis()));
            return SweepReport.ONE_NOT_SENT;
        }
        if (chain.status() == ChainStatus.WAITING) {
            log.woken(taken, now - chain.leaseUntil());
            return SweepReport.ONE_WOKEN;
        }
        log.swept(taken);
        return SweepReport.ONE_SENT;
    }

    private SweepReport giveUp(ChainRecord chain) {
        long now = time.nowMillis();
        Failure why = new Failure(
                "NeverClaimed",
                "hop " + chain.hop() + " was sent " + MOST + " times, and no invocation has claimed it. Look into the"
                        + " function's log and its dead-letter queue, and resume the chain.");
        Ending ending = Ending.NONE.withFailure(why).withExpiresAt(now + graces.retention());
        ChainRecord end = Commits.finish(chain, ChainStatus.STOPPED, null, ending, now);
        if (!store.write(end)) {
            return SweepReport.ONE_CLAIMED_MEANWHILE;
        }
        log.ended(end);
        ParentNotice.of(end, store, continuation, now, now + graces.handoff());
        return SweepReport.ONE_GIVEN_UP;
    }
}
