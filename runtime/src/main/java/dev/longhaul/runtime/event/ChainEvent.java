package dev.longhaul.runtime.event;

import org.jspecify.annotations.Nullable;

/** What a function was invoked with. */
public sealed interface ChainEvent {

    /**
     * Begins a chain.
     *
     * @param name the name that the caller gave the chain, or null: then the request id is its id
     * @param input the start event as JSON
     */
    record Start(@Nullable String name, String input) implements ChainEvent {}

    /**
     * Goes on with a chain.
     *
     * @param chainId the chain's id
     * @param hop the number of the hop that is to run
     * @param record the chain's record as JSON, where it rides in the event
     */
    record Continue(String chainId, int hop, @Nullable String record) implements ChainEvent {}
}
