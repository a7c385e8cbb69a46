package dev.longhaul.runtime.watchdog;

/**
 * What a watchdog tells the step loop of one invocation. Thread-safe: written by the watchdog's thread, read by the
 * handler's. Volatile, which costs the reader a plain load on the machines that Lambda runs on.
 */
public final class Flags {

    private volatile boolean yieldRaised;
    private volatile boolean checkpointDue;

    /** Whether the hop should end as soon as the step has returned. */
    public boolean shouldYield() {
        return yieldRaised;
    }

    /** Whether a tick has passed since this was last asked. */
    public boolean takeCheckpointDue() {
        if (!checkpointDue) {
            return false;
        }
        checkpointDue = false;
        return true;
    }

    boolean checkpointDue() {
        return checkpointDue;
    }

    void raiseYield() {
        yieldRaised = true;
    }

    void checkpointDue(boolean due) {
        checkpointDue = due;
    }
}
