package dev.longhaul.runtime.watchdog;

import dev.longhaul.runtime.time.Time;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the remaining time of one invocation, and raises flags for the step loop to read.
 *
 * <p>The flags are written by the watchdog's thread and read by the handler's: volatile, which costs the reader a plain
 * load on the machines that Lambda runs on. It is closed before the handler returns.
 */
public final class Watchdog implements AutoCloseable {

    /** When to try again what was not settled: soon, since it is the last moment. */
    private static final long AGAIN_MILLIS = 100;

    private final LongSupplier remaining;
    private final Supplier<Costs> costs;
    private final WatchdogRule rule;
    private final BooleanSupplier askedToEnd;
    private final BooleanSupplier abandon;
    private boolean firstLook = true;
    private volatile boolean yieldRaised;
    private volatile boolean checkpointDue;
    private Time.@Nullable Ticking ticking;

    /**
     * A watchdog that does not look yet.
     *
     * @param remaining the milliseconds that the invocation has left
     * @param costs what has been measured so far
     * @param askedToEnd whether the hop should end before its time: asked on each tick at which the step of the tick
     *     before is still running, on the watchdog's thread; it may take a while
     * @param abandon hands off without the step, on the watchdog's thread; answers whether that is settled, and is
     *     asked again where it is not
     */
    public Watchdog(
            LongSupplier remaining,
            Supplier<Costs> costs,
            WatchdogRule rule,
            BooleanSupplier askedToEnd,
            BooleanSupplier abandon) {
        this.remaining = remaining;
        this.costs = costs;
        this.rule = rule;
        this.askedToEnd = askedToEnd;
        this.abandon = abandon;
    }

    /** Begins to look. */
    public void start(Time time, String requestId) {
        ticking = time.tick("longhaul-watchdog-" + requestId, this::look);
    }

    /** Whether the hop should end as soon as the step has returned. */
    public boolean shouldYield() {
        return yieldRaised;
    }

    /** Raises the yield flag, whatever the time. */
    public void raiseYield() {
        yieldRaised = true;
    }

    /** Whether a tick has passed since this was last asked. */
    public boolean takeCheckpointDue() {
        if (!checkpointDue) {
            return false;
        }
        checkpointDue = false;
        return true;
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.close();
        }
    }

    private long look() {
        Look look = rule.look(remaining.getAsLong(), costs.get());
        boolean longStep = checkpointDue;
        // The first look is at the very beginning, when there is nothing to write yet.
        checkpointDue = !firstLook;
        firstLook = false;
        switch (look.verdict()) {
            case GO_ON -> {
                // Only with a whole tick to spare: asking must not make the next look late.
                if (longStep && !yieldRaised && look.nextMillis() == rule.tick() && askedToEnd.getAsBoolean()) {
                    yieldRaised = true;
                }
            }
            case YIELD -> yieldRaised = true;
            case ABANDON -> {
                yieldRaised = true;
                return abandon.getAsBoolean() ? -1 : AGAIN_MILLIS;
            }
        }
        return look.nextMillis();
    }
}
