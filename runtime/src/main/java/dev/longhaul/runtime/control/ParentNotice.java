package dev.longhaul.runtime.control;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.protocol.Interventions;
import dev.longhaul.runtime.store.CheckpointStore;

/**
 * Tells a chain that a child of its has ended, and wakes it when it has waited for that.
 *
 * <p>Done once behind the child's last commit, and lost where that invocation dies in between: the parent looks for itself
 * from time to time. Thread-safe.
 */
public final class ParentNotice {

    private static final int MOST_TRIES = 100;

    private ParentNotice() {}

    /**
     * Tells the parent of a chain, where it has one.
     *
     * @param ended a chain that has ended
     * @param now the present time in milliseconds of the epoch
     * @param claimBy when the parent's next hop should have claimed it
     */
    public static void of(ChainRecord ended, CheckpointStore store, Continuation continuation, long now, long claimBy) {
        ParentChain parent = ended.identity().parent();
        if (parent == null) {
            return;
        }
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            ChainRecord current = store.read(parent.job(), parent.chainId()).orElse(null);
            if (current == null) {
                return;
            }
            ChainRecord next = Interventions.childEnded(current, now, claimBy);
            if (next.revision() == current.revision()) {
                return;
            }
            if (store.write(next)) {
                if (current.status() == ChainStatus.WAITING && next.status() == ChainStatus.HANDED_OFF) {
                    continuation.send(NextHop.of(next));
                }
                return;
            }
        }
    }
}
