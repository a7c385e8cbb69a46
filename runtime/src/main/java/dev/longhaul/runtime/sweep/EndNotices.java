package dev.longhaul.runtime.sweep;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.log.Activity;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.protocol.Interventions;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.time.Time;
import java.io.IOException;

/**
 * Tells others, in one sweep, of the ends that they were not told of.
 *
 * <p>Each is taken by a conditional write first, so that of two sweepers at once only one tells it. A target that can't be
 * reached takes seconds to say so, and a sweep has chains to wake: it spends {@value #MOST_MILLIS} ms on ends, and puts off those
 * that are left. Not thread-safe.
 */
final class EndNotices {

    private static final int MOST_MILLIS = 10_000;
    private static final int MOST_DOUBLINGS = 6;

    private final CheckpointStore store;
    private final Ends ends;
    private final Time time;
    private final HopLog log;
    private final Graces graces;
    private long spent;

    EndNotices(CheckpointStore store, Ends ends, Time time, HopLog log, Graces graces) {
        this.store = store;
        this.ends = ends;
        this.time = time;
        this.log = log;
        this.graces = graces;
    }

    /** Tells an end. What goes wrong is logged, and another sweep tries again, as often as the record allows. */
    SweepReport tell(ChainRecord end) {
        try {
            long again = time.nowMillis()
                    + interval(Ending.MOST_NOTICES - end.ending().notices());
            ChainRecord taken = Interventions.telling(end, again);
            if (!store.write(taken)) {
                return SweepReport.ONE_CLAIMED_MEANWHILE;
            }
            return told(taken);
        } catch (RuntimeException e) {
            log.trouble(end, Activity.TELLING_END, e);
            return SweepReport.ONE_NOT_SENT;
        }
    }

    private SweepReport told(ChainRecord taken) {
        try {
            measured(taken);
        } catch (IOException | RuntimeException e) {
            if (taken.untold()) {
                log.trouble(taken, Activity.TELLING_END, e);
            } else {
                log.endNotTold(taken, Ending.MOST_NOTICES, e);
            }
            return SweepReport.ONE_NOT_SENT;
        }
        if (taken.untold()) {
            store.write(Interventions.told(taken));
        }
        return SweepReport.ONE_TOLD;
    }

    private void measured(ChainRecord taken) throws IOException {
        if (spent >= MOST_MILLIS) {
            throw new IOException("the ends before it took " + spent + " ms, so this one is put off");
        }
        long before = time.nowMillis();
        try {
            ends.tell(taken);
        } finally {
            spent += Math.max(0, time.nowMillis() - before);
        }
    }

    /** Doubled with each try, from what a hop has to its claim to about an hour. */
    private long interval(int tries) {
        return graces.handoff() << Math.min(tries, MOST_DOUBLINGS);
    }
}
