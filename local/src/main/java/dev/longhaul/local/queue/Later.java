package dev.longhaul.local.queue;

import java.time.Duration;

/** Runs tasks after a while. Thread-safe. */
@FunctionalInterface
public interface Later {

    /**
     * Runs a task on another thread, at once where the delay is zero.
     *
     * @throws java.util.concurrent.RejectedExecutionException where nothing is run any more
     */
    void run(Duration delay, Runnable task);
}
