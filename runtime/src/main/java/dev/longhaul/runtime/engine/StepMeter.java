package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.time.Time;

/**
 * Measures how long a step takes at most, without asking the clock at each of them: asking takes longer than a short step.
 *
 * <p>Steps that take less than a millisecond or two are measured several at once, twice as many each time, up to {@value
 * #MOST}. What they took together is taken for the longest of them, which errs on the safe side by those milliseconds. As soon
 * as they take longer, each is measured by itself again. For one thread.
 */
final class StepMeter {

    private static final int MOST = 64;
    /** What so many steps may take together to be measured together: the clock tells whole milliseconds. */
    private static final long SHORT_MILLIS = 2;

    private final boolean on;
    private final Time time;
    private final Measured measured;
    private long together = 1;
    private long left = Long.MAX_VALUE;
    private long since;

    /** A meter that measures nothing where it is not on. */
    StepMeter(boolean on, Time time, Measured measured) {
        this.on = on;
        this.time = time;
        this.measured = measured;
    }

    /** A step is about to begin, behind something that is no step. */
    void begin() {
        if (on) {
            since = time.nowMillis();
            left = together;
        }
    }

    /** A step has returned, and the next one begins. */
    void stepped() {
        if (--left == 0) {
            look();
        }
    }

    /** The last step has returned for now: what comes next is no step. */
    void end() {
        if (on && left < together) {
            look();
        }
    }

    private void look() {
        long now = time.nowMillis();
        long took = now - since;
        measured.step(took);
        together = took < SHORT_MILLIS ? Math.min(MOST, 2 * together) : 1;
        since = now;
        left = together;
    }
}
