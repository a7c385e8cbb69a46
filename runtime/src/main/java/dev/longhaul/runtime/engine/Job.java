package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;

/**
 * One object of a job in one hop, as the engine calls it. What the job's own methods throw comes through as it is. It
 * belongs to one thread.
 */
public interface Job {

    /** Begins the chain with its start event. */
    void start(StateReader event) throws Exception;

    /**
     * Takes a signal.
     *
     * @throws UnreadableSignalException when this version of the job has no method for it, or can't read it
     */
    default void signal(Signal signal) throws Exception {
        throw new UnreadableSignalException(signal.name(), new IllegalArgumentException("the job takes no signals"));
    }

    /** Does one step. */
    void step() throws Exception;

    /** Whether the work is done. */
    boolean isDone() throws Exception;

    /** Ends a chain that is done, and writes its result. */
    void complete(StateWriter result) throws Exception;

    /** Ends a chain that has failed or met a bound. */
    void fail(Throwable failure) throws Exception;

    /** Writes the state as one JSON object. */
    void save(StateWriter out) throws IOException;

    /** Takes over a state; a field that is not in it keeps its value. */
    void restore(StateReader in) throws IOException;

    /** Closes the job's object, where it can be closed. Called once. */
    void close() throws Exception;
}
