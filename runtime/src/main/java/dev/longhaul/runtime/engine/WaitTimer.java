package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.log.Activity;

/** Gives waits to the continuation, where that is a timer. */
final class WaitTimer {

    private WaitTimer() {}

    /** Sets it for a chain that has just been left to wait. */
    static void set(Surroundings surroundings, ChainRecord waiting) {
        try {
            long left = waiting.leaseUntil() - surroundings.time().nowMillis();
            surroundings.continuation().sendLater(NextHop.of(waiting), left);
        } catch (RuntimeException e) {
            // The chain waits all the same, and a sweep finds it.
            surroundings.log().trouble(waiting, Activity.SETTING_TIMER, e);
        }
    }
}
