package dev.longhaul.local;

import dev.longhaul.local.queue.Later;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads of a local Lambda: as many as there is work, all daemons, and one that tells the time. Thread-safe. */
final class Threads implements Later, AutoCloseable {

    private static final long SECONDS_TO_END = 10;

    private final ExecutorService pool = Executors.newCachedThreadPool(daemons());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons());

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "longhaul-local");
            thread.setDaemon(true);
            return thread;
        };
    }

    Executor pool() {
        return pool;
    }

    @Override
    public void run(Duration delay, Runnable task) {
        if (delay.isZero()) {
            pool.execute(task);
        } else {
            after(delay, () -> pool.execute(task));
        }
    }

    /** Runs a task again and again, with a pause of at least 1 ms after each, until it is closed. */
    void repeat(Duration pause, Runnable task) {
        Duration atLeast = pause.toMillis() < 1 ? Duration.ofMillis(1) : pause;
        run(atLeast, () -> {
            try {
                task.run();
            } finally {
                repeatUnlessClosed(atLeast, task);
            }
        });
    }

    private void repeatUnlessClosed(Duration pause, Runnable task) {
        try {
            repeat(pause, task);
        } catch (RejectedExecutionException closed) {
            // The end of the repetitions.
        }
    }

    private void after(Duration delay, Runnable task) {
        // The future is of no use: the task only hands over to the pool, where failures are printed.
        var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Starts nothing more, and waits up to 10 s for what runs. */
    @Override
    public void close() {
        timer.shutdownNow();
        pool.shutdown();
        try {
            pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
