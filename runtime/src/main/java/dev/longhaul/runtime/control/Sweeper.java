package dev.longhaul.runtime.control;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Commits;
import dev.longhaul.runtime.protocol.Requests;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.time.Time;
import java.util.function.BooleanSupplier;

/**
 * Finds the chains whose lease is over, and sends their hop again.
 *
 * <p>Each is taken by a conditional write first, so that of two sweepers at once only one sends it, and an invocation that
 * wakes up late is fenced. A hop that nobody claims is sent at growing intervals, and given up after {@value #MOST} times.
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
    private final long handoffGrace;
    private final long retention;

    /**
     * A sweeper of a store.
     *
     * @param handoffGrace how long a hop may be on its way before it is sent again, in milliseconds
     * @param retention how long a chain that was given up is kept, in milliseconds
     */
    public Sweeper(
            CheckpointStore store,
            Continuation continuation,
            Time time,
            HopLog log,
            long handoffGrace,
            long retention) {
        this.store = store;
        this.continuation = continuation;
        this.time = time;
        this.log = log;
        this.handoffGrace = handoffGrace;
        this.retention = retention;
    }

    /**
     * Sweeps until no lease is over.
     *
     * @param mayGoOn asked before each page of {@value #PAGE} chains
     */
    public SweepReport sweep(BooleanSupplier mayGoOn) {
        SweepReport report = SweepReport.NOTHING;
        Listing page;
        do {
            page = store.overdue(time.nowMillis(), PAGE);
            for (ChainRecord chain : page.chains()) {
                report = report.plus(sweep(chain));
            }
        } while (!page.chains().isEmpty()
                && page.chains().size() + page.unreadable().size() >= PAGE
                && mayGoOn.getAsBoolean());
        page.unreadable().forEach(log::unreadable);
        return report.withUnreadable(page.unreadable().size());
    }

    private SweepReport sweep(ChainRecord chain) {
        if (chain.sweeps() >= MOST) {
            return giveUp(chain);
        }
        long now = time.nowMillis();
        long wait = Math.min(LONGEST_WAIT, handoffGrace << chain.sweeps());
        ChainRecord taken = Requests.sweep(chain, now, now + wait);
        try {
            if (!store.write(taken)) {
                return SweepReport.ONE_CLAIMED_MEANWHILE;
            }
            continuation.send(ChainControl.next(taken));
        } catch (ContinuationException | StoreUnavailableException e) {
            log.trouble(taken, "sending a swept hop", e);
            return SweepReport.ONE_NOT_SENT;
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
        ChainRecord end = Commits.finish(chain, ChainStatus.STOPPED, null, why, null, now, now + retention);
        if (!store.write(end)) {
            return SweepReport.ONE_CLAIMED_MEANWHILE;
        }
        log.ended(end);
        return SweepReport.ONE_GIVEN_UP;
    }
}
