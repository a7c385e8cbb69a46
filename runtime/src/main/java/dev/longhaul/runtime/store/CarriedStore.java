package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps nothing between invocations: a chain's record rides in the event of its next hop. What an invocation
 * reads and writes is in the store of that invocation alone.
 */
public interface CarriedStore extends CheckpointStore {

    /**
     * The store of one invocation.
     *
     * @param carried the record that came with its event, or null for a start event
     */
    CheckpointStore forInvocation(@Nullable ChainRecord carried);
}
