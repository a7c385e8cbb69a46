package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions; the deadline only ends a test that would never end. */
final class Awaiting {

    private static final Duration DEADLINE = Duration.ofMinutes(8);
    private static final long LOOK_NANOS = 20_000_000;

    private Awaiting() {}

    /** Something that becomes true. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) throws Exception {
        until(what, DEADLINE, condition);
    }

    static void until(String what, Duration most, Condition condition) throws Exception {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("still not: %s", what).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
