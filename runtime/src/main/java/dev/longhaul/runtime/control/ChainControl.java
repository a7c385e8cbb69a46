package dev.longhaul.runtime.control;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.protocol.Interventions;
import dev.longhaul.runtime.protocol.Processes;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.time.SystemTime;
import dev.longhaul.runtime.time.Time;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stops and resumes chains from outside. Thread-safe. */
public final class ChainControl {

    private static final int MOST_TRIES = 100;
    private static final Pattern FUNCTION_ARN =
            Pattern.compile("(arn:[^:]+:lambda:[^:]+:[^:]+:function:[^:]+)(?::[^:]+)?");

    private final CheckpointStore store;
    private final Continuation continuation;
    private final Time time;
    private final Graces graces;

    /** Control over the chains of a store. */
    public ChainControl(CheckpointStore store, Continuation continuation) {
        this(store, continuation, new SystemTime(), Graces.STANDARD);
    }

    /**
     * Control over the chains of a store, in another time: for simulations.
     *
     * @param graces how long a resumed hop may be on its way before a sweep sends it again, and how long a chain is kept that
     *     was stopped while it waited
     */
    @SuppressWarnings("exports") // Who simulates sees the clock and the graces.
    public ChainControl(CheckpointStore store, Continuation continuation, Time time, Graces graces) {
        this.store = store;
        this.continuation = continuation;
        this.time = time;
        this.graces = graces;
    }

    /**
     * The record of a chain.
     *
     * @throws MoveRefusedException when there is no such chain
     */
    public ChainRecord find(String job, String chainId) {
        return store.read(job, chainId)
                .orElseThrow(() -> new MoveRefusedException("there is no chain \"" + chainId + "\" of the job " + job
                        + " in " + store.name()
                        + ". Its id is in the answer to its start and in each line of its log; a chain"
                        + " that ended is forgotten after two weeks."));
    }

    /**
     * Asks a chain to stop. It ends as STOPPED at its next checkpoint, tick or claim; one that waits ends at once.
     *
     * @param reason what its failure will say
     * @throws MoveRefusedException when there is no such chain, or it has ended
     */
    public ChainRecord requestStop(String job, String chainId, String reason) {
        long now = time.nowMillis();
        ChainRecord stopped = wake(
                job,
                chainId,
                current -> Interventions.stop(current, reason, now, now + graces.retention(), claimBy(current, now)));
        if (stopped.status().terminal()) {
            tellParent(stopped, now);
        }
        return stopped;
    }

    /**
     * Sends a signal to a chain, which takes it between two steps; one that waits is woken.
     *
     * @throws MoveRefusedException when there is no such chain, when it has ended, or when too many signals wait
     */
    public ChainRecord signal(String job, String chainId, Signal signal) {
        long now = time.nowMillis();
        return wake(job, chainId, current -> Interventions.signal(current, signal, now, claimBy(current, now)));
    }

    /** Moves a chain, and sends its next hop where it has waited and does not any more. */
    private ChainRecord wake(String job, String chainId, UnaryOperator<ChainRecord> move) {
        AtomicBoolean woken = new AtomicBoolean();
        ChainRecord moved = move(job, chainId, current -> {
            ChainRecord next = move.apply(current);
            woken.set(current.status() == ChainStatus.WAITING && next.status() == ChainStatus.HANDED_OFF);
            return next;
        });
        if (woken.get() && !Processes.is(moved.functionArn())) {
            try {
                continuation.send(NextHop.of(moved));
            } catch (ContinuationException e) {
                // What it is to be told is there, and the sweeper sends the hop.
                return moved;
            }
        }
        return moved;
    }

    /** When a next hop should have claimed a chain: a process of one's own finds it, as soon as it may, and nothing is sent. */
    private long claimBy(ChainRecord chain, long now) {
        return Processes.is(chain.functionArn()) ? now : now + graces.handoff();
    }

    private void tellParent(ChainRecord ended, long now) {
        try {
            ParentNotice.of(ended, store, continuation, now, now + graces.handoff());
        } catch (StoreException | ContinuationException e) {
            // The chain is stopped; its parent looks for itself.
            return;
        }
    }

    /**
     * Sends the next hop of a chain that failed or was stopped, from its last checkpoint and with all bounds anew. Where
     * the hop can't be sent, the chain stays resumed: a second call sends it again, and so does a sweep.
     *
     * @throws MoveRefusedException when there is no such chain, or it is neither FAILED nor STOPPED
     * @throws ContinuationException when the hop could not be sent
     */
    public ChainRecord resume(String job, String chainId) {
        return resume(job, chainId, UnaryOperator.identity());
    }

    /**
     * The same, onto an alias or a version of the chain's function: one in which what failed is repaired.
     *
     * @param qualifier an alias, a number of a version, or {@code $LATEST}
     * @throws MoveRefusedException when there is no such chain, when it is neither FAILED nor STOPPED, or when it was run by
     *     a process and no function
     * @throws ContinuationException when the hop could not be sent
     */
    public ChainRecord resume(String job, String chainId, String qualifier) {
        return resume(job, chainId, function -> qualified(chainId, function, qualifier));
    }

    private ChainRecord resume(String job, String chainId, UnaryOperator<String> function) {
        long now = time.nowMillis();
        ChainRecord resumed = move(job, chainId, current -> {
            ChainRecord next = Interventions.resume(current, now, claimBy(current, now));
            return next.with(next.position().withFunctionArn(function.apply(next.functionArn())));
        });
        if (Processes.is(resumed.functionArn())) {
            return resumed;
        }
        try {
            continuation.send(NextHop.of(resumed));
        } catch (ContinuationException e) {
            throw new ContinuationException(
                    "chain " + chainId + " of " + job + " is resumed, but its hop was not sent: " + e.getMessage()
                            + " Mend that and resume it again, or leave it to the sweeper.",
                    e,
                    e.worthRetrying());
        }
        return resumed;
    }

    private ChainRecord move(String job, String chainId, UnaryOperator<ChainRecord> move) {
        ChainRecord current = find(job, chainId);
        for (int tries = 1; ; tries++) {
            ChainRecord next = move.apply(current);
            if (next.revision() == current.revision() || store.write(next)) {
                return next;
            }
            // Its holder has committed meanwhile, or the answer to this write was lost.
            current = find(job, chainId);
            if (current.equals(next)) {
                return next;
            }
            if (tries == MOST_TRIES) {
                throw new StoreException(
                        "chain " + chainId + " of " + job + " has changed " + MOST_TRIES
                                + " times between reading and writing it. Try again.",
                        null);
            }
        }
    }

    private static String qualified(String chainId, String function, String qualifier) {
        Matcher arn = FUNCTION_ARN.matcher(function);
        if (!arn.matches()) {
            throw new MoveRefusedException("chain " + chainId + " was run by " + function
                    + ", which is no Lambda function and has no versions. Resume it without a qualifier.");
        }
        return arn.group(1) + ':' + qualifier;
    }
}
