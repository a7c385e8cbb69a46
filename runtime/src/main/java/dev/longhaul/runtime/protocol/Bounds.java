package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.job.Price;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that no chain passes, whatever its job does.
 *
 * @param maxHops the hops of a chain
 * @param maxStalledHops the invocations in a row that commit no step
 * @param maxCostUsd the cost of a chain, or 0 for no such bound
 * @param price what the cost is reckoned by
 * @param maxDurationMillis the time from a chain's start to its end, or 0 for no such bound
 */
public record Bounds(int maxHops, int maxStalledHops, double maxCostUsd, Price price, long maxDurationMillis) {

    /** The bounds of a job. */
    public static Bounds of(JobOptions options) {
        return new Bounds(
                options.maxHops(),
                options.maxStalledHops(),
                options.maxCostUsd(),
                options.price(),
                options.maxDurationMillis());
    }

    /**
     * The bound that forbids hop {@code hop}, or null.
     *
     * @param standing the chain as it stands before that hop
     * @param now the present time in milliseconds of the epoch
     */
    public @Nullable Failure forbids(ChainRecord standing, int hop, long now) {
        int hops = hop - standing.grant().hop();
        if (hops >= maxHops) {
            return new Failure(
                    "MaxHops",
                    "the chain has run " + hops + " hops, and maxHops is " + maxHops
                            + ". Resume it, or raise maxHops where it should run for longer.");
        }
        if (standing.stalledHops() >= maxStalledHops) {
            return new Failure(
                    "MaxStalledHops",
                    standing.stalledHops() + " invocations in a row committed no step, and maxStalledHops is "
                            + maxStalledHops + ". Make the step smaller than an invocation, or find what kills it.");
        }
        return spent(standing, hops, now);
    }

    /**
     * The bound that a running hop has met, or null: its cost and its time do not wait for the next hop.
     *
     * @param running the chain as it was committed last
     * @param now the present time in milliseconds of the epoch
     */
    public @Nullable Failure meets(ChainRecord running, long now) {
        return spent(running, running.hop() + 1 - running.grant().hop(), now);
    }

    private @Nullable Failure spent(ChainRecord standing, int hops, long now) {
        long duration = now - standing.grant().at();
        if (maxDurationMillis > 0 && duration >= maxDurationMillis) {
            return new Failure(
                    "MaxDuration",
                    "the chain was given " + maxDurationMillis + " ms by maxDurationMillis, and has had " + duration
                            + ". Resume it, or raise maxDurationMillis where it may take longer.");
        }
        long unsaid = standing.status() == ChainStatus.RUNNING ? Claims.lost(standing, now) : 0;
        double cost =
                price.usd(standing.billedMillis() + unsaid - standing.grant().billedMillis(), hops);
        if (maxCostUsd > 0 && cost >= maxCostUsd) {
            return new Failure(
                    "MaxCost",
                    String.format(
                            Locale.ROOT,
                            "the chain has cost $%.6f, and maxCostUsd is $%.6f."
                                    + " Resume it, or raise maxCostUsd where it may cost more.",
                            cost,
                            maxCostUsd));
        }
        return null;
    }

    /** What ends a chain that finds, when it wants to begin, that another one of its job has its slot. */
    public static Failure singleChain() {
        return new Failure(
                "SingleChain",
                "another chain of the job has begun meanwhile, and a job with a schedule has one living chain at a time."
                        + " Start it again when that one has ended.");
    }

    /** Whether so many invocations stood still that the job is not even asked to clean up any more. */
    public boolean beyondHooks(ChainRecord standing) {
        return standing.stalledHops() >= 2L * maxStalledHops;
    }
}
