package dev.longhaul.runtime.control;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.protocol.Requests;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.time.Time;
import java.util.function.UnaryOperator;

/** Stops and resumes chains from outside. Thread-safe. */
public final class ChainControl {

    private final CheckpointStore store;
    private final Continuation continuation;
    private final Time time;
    private final long handoffGrace;

    /**
     * Control over the chains of a store.
     *
     * @param handoffGrace how long a resumed hop may be on its way before a sweep sends it again, in milliseconds
     */
    public ChainControl(CheckpointStore store, Continuation continuation, Time time, long handoffGrace) {
        this.store = store;
        this.continuation = continuation;
        this.time = time;
        this.handoffGrace = handoffGrace;
    }

    /**
     * Asks a chain to stop. It ends as STOPPED at its next checkpoint, tick or claim.
     *
     * @throws IllegalArgumentException when there is no such chain, or it has ended
     */
    public ChainRecord requestStop(String job, String chainId, String reason) {
        return move(job, chainId, current -> Requests.stop(current, reason));
    }

    /**
     * Sends the next hop of a chain that failed or was stopped, from its last checkpoint and with all bounds anew.
     *
     * @throws IllegalArgumentException when there is no such chain, or it is neither FAILED nor STOPPED
     */
    public ChainRecord resume(String job, String chainId) {
        long now = time.nowMillis();
        ChainRecord resumed = move(job, chainId, current -> Requests.resume(current, now, now + handoffGrace));
        continuation.send(next(resumed));
        return resumed;
    }

    static NextHop next(ChainRecord chain) {
        String event = Envelope.continuation(chain.job(), chain.chainId(), chain.hop(), null);
        return new NextHop(chain.functionArn(), event, null, null);
    }

    private ChainRecord move(String job, String chainId, UnaryOperator<ChainRecord> move) {
        while (true) {
            ChainRecord next = move.apply(store.read(job, chainId)
                    .orElseThrow(() -> new IllegalArgumentException("there is no chain \"" + chainId + "\" of the job "
                            + job + ". List the chains to see" + " their ids.")));
            if (store.write(next)) {
                return next;
            }
            // Its holder has committed meanwhile: the move is made on what is stored now.
        }
    }
}
