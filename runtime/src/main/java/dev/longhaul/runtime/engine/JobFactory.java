package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the objects of a job. Thread-safe. */
public interface JobFactory {

    /** What {@code @LongRunning} says of the job. */
    JobOptions options();

    /**
     * Reads a start event as the type that the job wants, and lets it go: so that nothing is written for an event that
     * the job can't read.
     */
    void checkEvent(StateReader event) throws IOException;

    /** A new object, without a state yet, that can ask and tell through {@code hop}. */
    Job create(HopControl hop) throws Exception;

    /** The delay that a step has named for its next try by what it threw; null where it named none. */
    default @Nullable Duration retryDelay(Throwable failure) {
        return null;
    }

    /**
     * Reads a signal as its method does, and forgets it.
     *
     * @throws IOException when it can't be read; no value is in the message
     * @throws IllegalArgumentException when the job has no method for a signal of that name
     */
    default void checkSignal(String name, StateReader payload) throws IOException {
        throw new IllegalArgumentException("the job takes no signals");
    }

    /** Whether a step that threw this is worth another try. */
    default boolean mayRetry(Throwable failure) {
        return true;
    }
}
