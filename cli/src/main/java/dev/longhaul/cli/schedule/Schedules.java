package dev.longhaul.cli.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts what schedules start, while it is open: as they say, or by a clock of their own that goes faster. However fast that
 * goes, a schedule starts nothing twice within a second: what it would have started meanwhile is left out. Thread-safe.
 */
public final class Schedules implements AutoCloseable {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Clock clock;
    private final Instant begun;
    private final int faster;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "longhaul-cli-schedule");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * No schedules yet.
     *
     * @param faster how many times faster than the clock they go, 1 or more
     */
    public Schedules(Clock clock, int faster) {
        this.clock = clock;
        this.begun = clock.instant();
        this.faster = faster;
    }

    /**
     * Starts something whenever the schedule says so.
     *
     * @param start is told the time: the schedule's, or this machine's where schedules go faster, since no other one is
     *     later than all of the last run
     */
    public void add(Schedule schedule, Consumer<Instant> start) {
        Instant now = now();
        schedule.next(now).ifPresent(next -> {
            Duration delay = wait(now, next);
            Future<?> unused = timer.schedule(
                    () -> {
                        try {
                            start.accept(faster == 1 ? next : clock.instant());
                        } finally {
                            add(schedule, start);
                        }
                    },
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS);
        });
    }

    /** The time of the schedules. */
    Instant now() {
        return begun.plus(Duration.between(begun, clock.instant()).multipliedBy(faster));
    }

    /** How long a schedule waits from one of its times to another. */
    Duration wait(Instant now, Instant next) {
        Duration delay = Duration.between(now, next).dividedBy(faster);
        return faster > 1 && delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay;
    }

    /** Starts nothing more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
