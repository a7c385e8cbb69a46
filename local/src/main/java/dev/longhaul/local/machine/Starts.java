package dev.longhaul.local.machine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * How many processes may be in their init at once. Each of Lambda's environments has a processor of its own; here they share
 * the machine's, and after a deployment all of them would begin together and none would be ready in time. Thread-safe.
 */
public final class Starts {

    private final Semaphore permits;

    private Starts(int bound) {
        permits = new Semaphore(bound, true);
    }

    /** At most so many at once. */
    public static Starts atOnce(int bound) {
        return new Starts(bound);
    }

    /** As many at once as get on on this machine. */
    public static Starts ofThisMachine() {
        return atOnce(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Waits for a turn; whoever has one gives it back. */
    public Turn await() throws InterruptedException {
        permits.acquire();
        return new Turn();
    }

    /** The turn of one process. */
    public final class Turn {

        private Turn() {}

        /** Gives it back: no process was started. */
        public void giveBack() {
            permits.release();
        }

        /** Gives it back as soon as the process is ready, or has ended. */
        public void until(CompletableFuture<?> ready) {
            CompletableFuture<?> unused = ready.whenComplete((reason, failure) -> permits.release());
        }
    }
}
