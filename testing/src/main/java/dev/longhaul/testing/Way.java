package dev.longhaul.testing;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.testing.sim.Tempo.Seam;
import java.util.function.UnaryOperator;

/**
 * A way in which a chain is cut into hops.
 *
 * @param seam what comes between two steps
 * @param words how a message speaks of it; empty for the way that a job takes by itself
 * @param hint what a job does wrong that comes to another end on this way
 * @param options the options that the job has on it
 */
record Way(Seam seam, String words, String hint, UnaryOperator<JobOptions> options) {

    /** A chain whose steps leave something behind has more of them where each begins anew: so many times more. */
    private static final int MORE = 10;

    static final Way AS_IT_IS = new Way(Seam.NONE, "", "", UnaryOperator.identity());

    static final Way CHECKPOINTS =
            new Way(Seam.CHECKPOINT, "with a checkpoint after every step", "", UnaryOperator.identity());

    /**
     * The way by a handoff after every step.
     *
     * @param steps the steps that the chain takes by itself, or 0 for its own bounds to hold
     */
    static Way handoffs(long steps) {
        return new Way(
                Seam.HANDOFF,
                "with a handoff after every step",
                "  After a handoff the step is done by a fresh object of the job: a field without @State is empty in it,"
                        + " whatever a step or @OnStart has put there.\n",
                own -> steps == 0 ? own : unbound(own, MORE * (steps + MORE)));
    }

    /** The chain is bound by its hops alone: the bounds of the job are for longer hops. */
    private static JobOptions unbound(JobOptions own, long hops) {
        return own.change()
                .maxHops((int) Math.max(own.limits().maxHops(), Math.min(Integer.MAX_VALUE, hops)))
                .maxCostUsd(0)
                .maxDurationMillis(0)
                .adaptive(false)
                .build();
    }
}
