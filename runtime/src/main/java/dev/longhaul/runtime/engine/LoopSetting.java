package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.children.Ties;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Bounds;

/**
 * What the loops of one hop have in common.
 *
 * @param options the job's
 * @param committer commits, and is the only one that does
 * @param clock the hop's time, and what its watchdog asks for
 * @param measured what the hop has measured
 * @param bounds what ends the chain
 * @param batch how much a piece of work takes on
 * @param ties the way to the chain's children
 */
record LoopSetting(
        JobOptions options,
        Committer committer,
        HopClock clock,
        Measured measured,
        Bounds bounds,
        BatchSize batch,
        Ties ties) {}
