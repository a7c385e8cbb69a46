package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.job.JobOptions.Timing;
import dev.longhaul.runtime.time.Time;

/**
 * Finds how much a piece of work is to take on: as much as takes a quarter of the time that a step has. So a service may
 * become some times slower at once, and the step that finds out still fits. Of one hop, for one thread.
 *
 * <p>A piece has one size, and is measured from its beginning to its end. Where that took less than the quarter,
 * the next one gets up to twice the size, but no more than the quarter has room for by what was measured. Where it took longer
 * than a step has, threw, or was told to wait, the next one gets half. A hop that committed nothing leaves no word of why: each
 * in a row halves the size once more.
 */
final class BatchSize {

    private final Time time;
    private final long stepMillis;
    /** What the next piece gets, within its own bounds; 0 where none has asked yet. */
    private long next;
    /** Whether this piece has asked. */
    private boolean asked;
    /** Whether this piece was told to wait. */
    private boolean held;

    /** When this piece began; of the very first one, when it asked. */
    private long since;

    /**
     * The size that a hop begins with.
     *
     * @param claimed the chain as this hop has claimed it
     */
    BatchSize(Timing timing, ChainRecord claimed, Time time) {
        this.time = time;
        this.stepMillis = timing.maxStepMillis() > 0 ? timing.maxStepMillis() : timing.tickMillis();
        int batch = claimed.work().batch();
        this.next = batch == 0 ? 0 : Math.max(1, batch >> Math.min(30, Math.max(0, claimed.stalledHops() - 1)));
    }

    /** A piece begins. */
    void begin() {
        asked = false;
        held = false;
        if (next > 0) {
            since = time.nowMillis();
        }
    }

    /** The size of the present piece. */
    int ask(int min, int max) {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("batchSize(" + min + ", " + max
                    + ") has no size to choose from. Give it a min of 1 or more, and a max that is not below.");
        }
        if (next == 0) {
            since = time.nowMillis();
        }
        asked = true;
        next = Math.min(max, Math.max(min, next));
        return (int) next;
    }

    /** The present piece was told to wait. */
    void toldToWait() {
        held = true;
    }

    /** The present piece is done, and another one begins. */
    void done() {
        if (asked) {
            long took = time.nowMillis() - since;
            if (held || took > stepMillis) {
                halve();
            } else {
                grow(took);
            }
        }
        begin();
    }

    /** The present piece threw. */
    void threw() {
        if (asked) {
            halve();
        }
        begin();
    }

    /** The size of the next piece, for the record; 0 where none has asked yet. */
    int next() {
        return (int) next;
    }

    private void halve() {
        next = Math.max(1, next / 2);
    }

    private void grow(long took) {
        long quarter = stepMillis / 4;
        if (took < quarter) {
            next = Math.min(Integer.MAX_VALUE, Math.min(2 * next, next * quarter / Math.max(1, took)));
        }
    }
}
