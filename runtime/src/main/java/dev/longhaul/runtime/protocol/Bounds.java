package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.Usage;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.job.JobOptions.Limits;
import dev.longhaul.runtime.job.JobOptions.Price;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that no chain passes, whatever its job does and however its invocations end.
 *
 * @param maxHops the hops of a chain, those that ended by a wait apart; three times as many invocations may claim it
 * @param maxStalledHops the invocations in a row that commit no work
 * @param maxWakes the waits without an invocation, each of which allows one hop more
 * @param maxBilledMillis the time that its invocations may take in all
 * @param maxCostUsd the cost of a chain, or 0 for no such bound
 * @param price what the cost is reckoned by
 * @param maxDurationMillis the time from a chain's start to its end, or 0 for no such bound
 */
public record Bounds(
        int maxHops,
        int maxStalledHops,
        int maxWakes,
        long maxBilledMillis,
        double maxCostUsd,
        Price price,
        long maxDurationMillis) {

    /** The kind of the failure of a chain that stood still. */
    public static final String MAX_STALLED_HOPS = "MaxStalledHops";

    /** The invocations that a hop may take: AWS delivers an event that fails three times. */
    private static final long CLAIMS_A_HOP = 3;

    /** The invocations that may claim a chain of so many hops, and one more for each of so many waits. */
    public static long mostClaims(int maxHops, int waits) {
        return CLAIMS_A_HOP * ((long) maxHops + waits);
    }

    /** The bounds of a job. */
    public static Bounds of(JobOptions options) {
        Limits limits = options.limits();
        return new Bounds(
                limits.maxHops(),
                limits.maxStalledHops(),
                limits.maxWakes(),
                limits.maxHops() * options.timing().timeoutMillis(),
                limits.maxCostUsd(),
                options.price(),
                limits.maxDurationMillis());
    }

    /** These bounds for a process of one's own: it is billed elsewhere, as long as it takes. */
    public Bounds withoutBilledTime() {
        return new Bounds(maxHops, maxStalledHops, maxWakes, Long.MAX_VALUE, maxCostUsd, price, maxDurationMillis);
    }

    /**
     * The bound that forbids hop {@code hop}, or null.
     *
     * @param standing the chain as it stands before that hop
     * @param usage what it will have used by then
     * @param now the present time in milliseconds of the epoch
     */
    public @Nullable Failure forbids(ChainRecord standing, Usage usage, int hop, long now) {
        int waits = usage.waitsCounted();
        if (waits > maxWakes) {
            return new Failure(
                    "MaxWakes",
                    "the chain has waited " + maxWakes + " times, and that is maxWakes. Resume it, or raise maxWakes"
                            + " where it should wait more often.");
        }
        int hops = hop - usage.since().hop() - waits;
        if (hops >= maxHops) {
            return new Failure(
                    "MaxHops",
                    "the chain has run " + hops + " hops, and maxHops is " + maxHops
                            + ". Resume it, or raise maxHops where it should run for longer.");
        }
        long claims = (long) usage.claims() - usage.since().claims();
        if (claims >= mostClaims(maxHops, waits)) {
            return new Failure(
                    "MaxHops",
                    claims + " invocations have claimed the chain, and maxHops is " + maxHops
                            + (waits == 0 ? "" : " besides " + waits + " waits") + ", with at most "
                            + CLAIMS_A_HOP + " invocations for each. Find what kills them, and resume the chain.");
        }
        if (usage.stalledHops() >= maxStalledHops) {
            return new Failure(
                    MAX_STALLED_HOPS,
                    usage.stalledHops() + " invocations in a row committed no step, and maxStalledHops is "
                            + maxStalledHops + ". Make the step smaller than an invocation, or find what kills it.");
        }
        return spent(standing, usage, now);
    }

    /**
     * The bound that a running hop has met, or null: its cost and its time do not wait for the next hop.
     *
     * @param running the chain as it was committed last
     * @param now the present time in milliseconds of the epoch
     */
    public @Nullable Failure meets(ChainRecord running, long now) {
        return spent(running, running.usage(), now);
    }

    /** When a chain that waits until then is woken: not after the end of its duration, for that to be held. */
    public long wake(ChainRecord standing, long until) {
        long end = standing.usage().since().at() + maxDurationMillis;
        return maxDurationMillis > 0 ? Math.min(until, end) : until;
    }

    private @Nullable Failure spent(ChainRecord standing, Usage usage, long now) {
        long duration = now - usage.since().at();
        if (maxDurationMillis > 0 && duration >= maxDurationMillis) {
            return new Failure(
                    "MaxDuration",
                    "the chain was given " + maxDurationMillis + " ms by maxDurationMillis, and has had " + duration
                            + ". Resume it, or raise maxDurationMillis where it may take longer.");
        }
        long billed = Math.max(usage.billedMillis(), Spent.billed(standing, now))
                - usage.since().billedMillis();
        if (billed >= maxBilledMillis) {
            return new Failure(
                    "MaxHops",
                    "the chain's invocations have taken " + billed + " ms, and maxHops times the timeout is "
                            + maxBilledMillis + ". Find what ends them early, and resume the chain.");
        }
        double cost = price.usd(billed, (long) usage.claims() - usage.since().claims());
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
                "another chain of the job has begun meanwhile, and this job has one living chain at a time."
                        + " Start it again when that one has ended.");
    }

    /** What ends a child that finds, when it begins, that its parent was stopped together with its children. */
    public static Failure parentStopped() {
        return new Failure(
                "ParentStopped",
                "the chain's parent has ended before the chain began, and its children are stopped with it.");
    }

    /** Whether so many invocations stood still that the job is not even asked to clean up any more. */
    public boolean beyondHooks(ChainRecord standing) {
        return standing.stalledHops() >= 2L * maxStalledHops;
    }
}
