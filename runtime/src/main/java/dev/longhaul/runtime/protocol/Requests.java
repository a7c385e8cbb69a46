package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainChange;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Grant;
import dev.longhaul.runtime.chain.HopEntry.End;

/**
 * The moves of those who do not hold a chain: to ask it to stop, to resume it, and to sweep it. Pure functions. Times are
 * milliseconds of the epoch.
 */
public final class Requests {

    private Requests() {}

    /**
     * Asks a chain to stop; its holder sees that at its next checkpoint, tick or claim.
     *
     * @param current a chain that has not ended
     * @param reason what its failure will say
     */
    public static ChainRecord stop(ChainRecord current, String reason) {
        if (current.status().terminal()) {
            throw new IllegalArgumentException(
                    "chain " + current.chainId() + " is " + current.status() + " and can't be stopped");
        }
        // Neither updatedAt nor the lease: those are the holder's.
        return current.change().stopRequested(reason).build();
    }

    /**
     * Gives a chain that failed or was stopped back to its next hop, from its last checkpoint, with all bounds anew.
     *
     * @param current a chain that is FAILED or STOPPED
     * @param claimBy when that hop should have claimed it
     */
    public static ChainRecord resume(ChainRecord current, long now, long claimBy) {
        if (current.status() != ChainStatus.FAILED && current.status() != ChainStatus.STOPPED) {
            throw new IllegalArgumentException("chain " + current.chainId() + " is " + current.status()
                    + "; only one that FAILED or was STOPPED can be resumed");
        }
        int hop = current.hop() + 1;
        return current.change()
                .status(ChainStatus.HANDED_OFF)
                .hop(hop)
                .leaseUntil(claimBy)
                .stalledHops(0)
                .failedAttempts(0)
                .stopRequested(null)
                .failure(null)
                .expiresAt(0)
                .grant(new Grant(hop, current.billedMillis(), now))
                .updatedAt(now)
                .build();
    }

    /**
     * Takes a chain whose lease is over from its invocation, for its hop to be sent again. The epoch grows: should that
     * invocation wake up, it is fenced.
     *
     * @param current a chain that has not ended
     * @param claimBy when the hop should have claimed it
     */
    public static ChainRecord sweep(ChainRecord current, long now, long claimBy) {
        ChainChange next =
                current.change().epoch(current.epoch() + 1).leaseUntil(claimBy).sweeps(current.sweeps() + 1);
        if (current.status() == ChainStatus.RUNNING) {
            next.status(ChainStatus.HANDED_OFF)
                    .billedMillis(current.billedMillis() + Claims.lost(current, now))
                    .updatedAt(now)
                    .lastHop(End.LOST);
        }
        return next.build();
    }
}
