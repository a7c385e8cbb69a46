package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.time.Time;

/**
 * What the engine works with.
 *
 * @param store keeps the chains' records
 * @param continuation sends the next hops
 * @param time the clock
 * @param log what happened
 * @param graces how long others wait before they take a chain over
 * @param ends tells others of the ends of chains
 */
public record Surroundings(
        CheckpointStore store, Continuation continuation, Time time, HopLog log, Graces graces, Ends ends) {

    /** Surroundings in which nobody is told of ends. */
    public Surroundings(CheckpointStore store, Continuation continuation, Time time, HopLog log, Graces graces) {
        this(store, continuation, time, log, graces, Ends.UNTOLD);
    }
}
