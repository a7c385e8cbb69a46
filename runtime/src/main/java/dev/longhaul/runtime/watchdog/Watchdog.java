package dev.longhaul.runtime.watchdog;

import dev.longhaul.runtime.time.Time;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the remaining time of one invocation, and raises flags for the step loop to read. It is closed before the
 * handler returns.
 */
public final class Watchdog implements AutoCloseable {

    /** When to try again what was not settled: soon, since it is the last moment. */
    private static final long AGAIN_MILLIS = 100;

    private final LongSupplier remaining;
    private final Supplier<Durations> durations;
    private final WatchdogRule rule;
    private final Flags flags;
    private final Watched hop;
    private long looks;
    private Time.@Nullable Ticking ticking;

    /**
     * A watchdog that does not look yet.
     *
     * @param remaining the milliseconds that the invocation has left
     * @param durations what has been measured so far
     * @param flags what it raises
     * @param hop whose time it is
     */
    public Watchdog(
            LongSupplier remaining, Supplier<Durations> durations, WatchdogRule rule, Flags flags, Watched hop) {
        this.remaining = remaining;
        this.durations = durations;
        this.rule = rule;
        this.flags = flags;
        this.hop = hop;
    }

    /** Begins to look. */
    public void start(Time time, String requestId) {
        ticking = time.tick("longhaul-watchdog-" + requestId, this::look);
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.close();
        }
    }

    private long look() {
        Look look = rule.look(remaining.getAsLong(), durations.get());
        boolean longStep = flags.checkpointDue();
        // The first look is at the very beginning, when there is nothing to write yet.
        flags.checkpointDue(looks > 0);
        if (looks == 1) {
            hop.prepare();
        }
        looks++;
        switch (look.verdict()) {
            case GO_ON -> {
                // Only with a whole tick to spare: asking must not make the next look late.
                if (longStep && !flags.shouldYield() && look.nextMillis() == rule.tick() && hop.askedToEnd()) {
                    flags.raiseYield();
                }
            }
            case YIELD -> flags.raiseYield();
            case ABANDON -> {
                flags.raiseYield();
                return hop.abandon() ? -1 : AGAIN_MILLIS;
            }
        }
        return look.nextMillis();
    }
}
