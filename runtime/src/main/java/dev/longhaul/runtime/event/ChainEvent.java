package dev.longhaul.runtime.event;

import dev.longhaul.runtime.chain.ParentChain;
import org.jspecify.annotations.Nullable;

/** What a function was invoked with. */
public sealed interface ChainEvent {

    /**
     * Begins a chain.
     *
     * @param name the name that the caller gave the chain, or null: then the request id is its id
     * @param input the start event as JSON
     * @param parent the chain that starts it, or null
     */
    record Start(
            @Nullable String name, String input, @Nullable ParentChain parent) implements ChainEvent {

        /** The beginning of a chain that has no parent. */
        public Start(@Nullable String name, String input) {
            this(name, input, null);
        }
    }

    /**
     * Goes on with a chain.
     *
     * @param chainId the chain's id
     * @param hop the number of the hop that is to run
     * @param record the chain's record as JSON, where it rides in the event
     */
    record Continue(String chainId, int hop, @Nullable String record) implements ChainEvent {}

    /** What an operator wants of a chain; no hop runs. */
    sealed interface Operation extends ChainEvent {

        /** The chain's id. */
        String chainId();
    }

    /** Asks how a chain stands. */
    record Show(String chainId) implements Operation {}

    /**
     * Asks a chain to stop.
     *
     * @param reason what its failure will say
     */
    record Stop(String chainId, String reason) implements Operation {}

    /**
     * Sends a signal to a chain.
     *
     * @param name which of the job's methods takes it
     * @param id what its sender calls it, or null: then the request id is its id
     * @param payload its content, as JSON
     */
    record Send(String chainId, String name, @Nullable String id, String payload) implements Operation {}

    /**
     * Starts a chain again that failed or was stopped.
     *
     * @param qualifier the alias or version of the function that its next hop is sent to, or null for the one it had
     */
    record Resume(String chainId, @Nullable String qualifier) implements Operation {}
}
