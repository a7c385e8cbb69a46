package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainChange;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Inbox;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.chain.Usage.Baseline;
import dev.longhaul.runtime.text.Texts;

/**
 * The moves of those who do not hold a chain: to ask it to stop, to send it a signal, to tell it of a child's end, to resume
 * it, and to sweep it. Pure functions. Times are milliseconds of the epoch.
 */
public final class Interventions {

    private Interventions() {}

    /**
     * Asks a chain to stop; its holder sees that at its next checkpoint, tick or claim. One that waits has no holder, and is
     * stopped at once; unless children are to be stopped with it, which its next hop does.
     *
     * @param current a chain that has not ended
     * @param reason what its failure will say
     * @param expiresAt when the store may forget it, where it is stopped at once
     * @param claimBy when its next hop should have claimed it, where one is needed
     * @throws MoveRefusedException when it has ended
     */
    public static ChainRecord stop(ChainRecord current, String reason, long now, long expiresAt, long claimBy) {
        if (current.status().terminal()) {
            throw new MoveRefusedException("chain " + current.chainId() + " is " + current.status()
                    + ": it has ended, and there is nothing left to stop");
        }
        if (current.status() == ChainStatus.WAITING && !current.inbox().news().stops()) {
            return current.change()
                    .status(ChainStatus.STOPPED)
                    .updatedAt(Math.max(now, current.updatedAt() + 1))
                    // Whoever stops it need not be able to tell others of it: the next sweep does.
                    .leaseUntil(now)
                    .ending(part -> stopped(reason).withExpiresAt(expiresAt).withNotices(part.notices()))
                    .build();
        }
        // Neither updatedAt nor the lease: those are the holder's.
        return woken(current, current.change().stopRequested(Texts.cut(reason)), now, claimBy);
    }

    /**
     * Sends a signal to a chain. One that waits is left to its next hop.
     *
     * @param claimBy when that hop should have claimed it
     * @return {@code current} itself where the signal is known by its id
     * @throws MoveRefusedException when the chain has ended, or too many signals wait
     */
    public static ChainRecord signal(ChainRecord current, Signal signal, long now, long claimBy) {
        if (current.inbox().knows(signal.id())) {
            return current;
        }
        if (current.status().terminal()) {
            throw new MoveRefusedException("chain " + current.chainId() + " is " + current.status()
                    + ": it has ended, and takes no signal."
                    + (current.status() == ChainStatus.COMPLETED ? "" : " Resume it, and send the signal again."));
        }
        if (!current.inbox().hasRoomFor(signal)) {
            throw new MoveRefusedException("chain " + current.chainId() + " has "
                    + current.inbox().waiting().size()
                    + " signals that wait, and there is no room for this one: at most "
                    + Inbox.MOST + " wait, of " + Inbox.MOST_BYTES
                    + " bytes in all. Send it again when the chain has taken some, and refer to what is large.");
        }
        // Neither updatedAt nor the lease of one that runs: those are the holder's.
        return woken(current, current.change().signal(signal), now, claimBy);
    }

    /**
     * Tells a chain that a child of its has ended. One that waits for so many ends is left to its next hop.
     *
     * @param claimBy when that hop should have claimed it
     * @return {@code current} itself where it has ended
     */
    public static ChainRecord childEnded(ChainRecord current, long now, long claimBy) {
        if (current.status().terminal()) {
            return current;
        }
        ChainChange next = current.change().childEnded();
        ChainRecord told = next.build();
        return told.inbox().news().isEnough() ? woken(current, next, now, claimBy) : told;
    }

    /** The change, by which a chain that waits is left to its next hop. */
    private static ChainRecord woken(ChainRecord current, ChainChange next, long now, long claimBy) {
        if (current.status() == ChainStatus.WAITING) {
            next.position(part -> part.withStatus(ChainStatus.HANDED_OFF)
                    .withLeaseUntil(claimBy)
                    .withUpdatedAt(Math.max(now, current.updatedAt() + 1)));
        }
        return next.build();
    }

    /** How a chain ends that was asked to stop. */
    public static Ending stopped(String reason) {
        return Ending.NONE.withFailure(new Failure("StopRequested", Texts.cut(reason)));
    }

    /**
     * Gives a chain that failed or was stopped back to its next hop, from its last checkpoint, with all bounds anew. One
     * that was resumed and not claimed yet is given back again: the event of that resume may never have been sent.
     *
     * @param current a chain that is FAILED or STOPPED
     * @param claimBy when that hop should have claimed it
     * @throws MoveRefusedException when it is neither
     */
    public static ChainRecord resume(ChainRecord current, long now, long claimBy) {
        if (resumedAndUnclaimed(current)) {
            return current.change().leaseUntil(claimBy).build();
        }
        if (current.status() != ChainStatus.FAILED && current.status() != ChainStatus.STOPPED) {
            throw new MoveRefusedException("chain " + current.chainId() + " is " + current.status()
                    + "; only one that FAILED or was STOPPED can be resumed. "
                    + (current.status() == ChainStatus.COMPLETED
                            ? "Start another chain by another name."
                            : "It goes on by itself; where it should not go on as it does, stop it first."));
        }
        int hop = current.hop() + 1;
        return current.change()
                .position(part -> part.withStatus(ChainStatus.HANDED_OFF)
                        .withHop(hop)
                        .withLeaseUntil(claimBy)
                        .withUpdatedAt(now))
                .usage(part -> part.countedFrom(hop, now))
                .ending(part -> Ending.NONE.withNotices(
                        part.notices() == Ending.NO_NOTICES ? Ending.NO_NOTICES : Ending.MOST_NOTICES))
                .build();
    }

    /**
     * Takes a chain whose end is to be told, for whoever tells it: one try less is left.
     *
     * @param current a chain that has ended, and whose end was not told
     * @param again when the next one may try, should this one fail
     */
    public static ChainRecord telling(ChainRecord current, long again) {
        int left = current.ending().notices() - 1;
        return current.change()
                .leaseUntil(again)
                .ending(part -> part.withNotices(left == 0 ? Ending.SETTLED : left))
                .build();
    }

    /**
     * Notes that the end of a chain was told.
     *
     * @param current a chain that has ended
     */
    public static ChainRecord told(ChainRecord current) {
        return current.change().ending(part -> part.withNotices(Ending.SETTLED)).build();
    }

    private static boolean resumedAndUnclaimed(ChainRecord current) {
        Baseline since = current.usage().since();
        return current.status() == ChainStatus.HANDED_OFF
                && since.hop() > 0
                && since.hop() == current.hop()
                && since.claims() == current.usage().claims();
    }

    /**
     * Takes a chain whose lease is over from its invocation, for its hop to be sent again. The epoch grows: should that
     * invocation wake up, it is fenced. One that waits is left to its next hop: its wait is over.
     *
     * @param current a chain that has not ended
     * @param claimBy when the hop should have claimed it
     */
    public static ChainRecord sweep(ChainRecord current, long now, long claimBy) {
        ChainChange next = current.change()
                .position(part -> part.withEpoch(current.epoch() + 1).withLeaseUntil(claimBy))
                .usage(part -> part.withSweeps(part.sweeps() + 1));
        if (current.status() == ChainStatus.RUNNING) {
            next.position(part -> part.withStatus(ChainStatus.HANDED_OFF).withUpdatedAt(now))
                    .billedMillis(current.billedMillis() + Claims.lost(current, now))
                    .lastHop(End.LOST);
        }
        if (current.status() == ChainStatus.WAITING) {
            next.position(part -> part.withStatus(ChainStatus.HANDED_OFF).withUpdatedAt(now));
        }
        return next.build();
    }

    /**
     * Gives a chain back whose hop could not be sent: it counts as not swept, and its lease is over again, for another
     * sweep, which may have the right to send it.
     *
     * @param taken what {@link #sweep} made of it
     */
    public static ChainRecord notSent(ChainRecord taken, long now) {
        return taken.change()
                .leaseUntil(now)
                .usage(part -> part.withSweeps(part.sweeps() - 1))
                .build();
    }
}
