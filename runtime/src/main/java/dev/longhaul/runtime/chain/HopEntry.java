package dev.longhaul.runtime.chain;

/**
 * One invocation in the history of a chain. Times are milliseconds of the epoch. The log line of its claim has its
 * request id beside the epoch.
 *
 * @param hop the hop's number
 * @param epoch the epoch under which it ran
 * @param startedAt when it claimed the chain
 * @param endedAt its last commit
 * @param steps the steps that it committed
 * @param end how it ended
 */
public record HopEntry(int hop, long epoch, long startedAt, long endedAt, long steps, End end) {

    /** How an invocation ended. */
    public enum End {
        /** It has not ended, or nobody has noticed yet. */
        OPEN,
        /** It handed the chain on. */
        HANDED_OFF,
        /** It left the chain to wait. */
        WAITING,
        /** It ended the chain. */
        FINISHED,
        /** It died or was fenced, and another invocation took the chain over. */
        LOST
    }

    /** The same invocation at a later commit. */
    HopEntry at(long now, long stepsCommitted, End how) {
        return new HopEntry(hop, epoch, startedAt, now, stepsCommitted, how);
    }
}
