package dev.longhaul.runtime.watchdog;

import dev.longhaul.runtime.watchdog.Look.Verdict;

/**
 * Decides what to do at a remaining time: go on, yield, or abandon the step. A pure function. All times are in
 * milliseconds.
 *
 * <p>For example, the threshold is 60,000, the tick is 10,000, and no handoff was measured. With 75,000 left the hop goes
 * on, and the next look is a tick later. With 65,000 left it goes on, and the next look is 5,000 later, when the threshold
 * is reached. With 60,000 left it is to yield when its step returns. With 1,000 left it hands off while its step is
 * running.
 *
 * @param safe the declared threshold under which a hop hands off
 * @param tick the longest time between two looks
 * @param adaptive whether the threshold shrinks, below safe, to what was measured
 * @param declaredStep the longest step by the job's own word, or 0
 */
public record WatchdogRule(long safe, long tick, boolean adaptive, long declaredStep) {

    /** A measured time may come out longer the next time: how much longer is allowed for. */
    private static final long ALLOWANCE = 2;
    /** What a handoff is taken to need where none was measured, and the least that is ever kept for one. */
    private static final long UNMEASURED_HANDOFF = 1_000;

    /** What to do when so much time remains. */
    public Look look(long remaining, Durations durations) {
        long threshold = threshold(durations);
        long reserve = reserve(durations);
        if (remaining > threshold) {
            return new Look(Verdict.GO_ON, next(remaining - threshold));
        }
        if (remaining > reserve) {
            return new Look(Verdict.YIELD, next(remaining - reserve));
        }
        return new Look(Verdict.ABANDON, tick);
    }

    /** Under which remaining time a hop hands off. */
    public long threshold(Durations durations) {
        if (!adaptive || durations.step() == 0) {
            return safe;
        }
        return Math.min(safe, Math.max(declaredStep, ALLOWANCE * durations.step()) + handoff(durations));
    }

    /** Under which remaining time a hop hands off without waiting for its step. */
    public long reserve(Durations durations) {
        return Math.min(threshold(durations) / 2, handoff(durations));
    }

    private static long handoff(Durations durations) {
        return Math.max(UNMEASURED_HANDOFF, ALLOWANCE * (durations.checkpoint() + durations.handoff()));
    }

    private long next(long distance) {
        return Math.max(1, Math.min(tick, distance));
    }
}
