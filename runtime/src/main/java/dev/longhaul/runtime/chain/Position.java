package dev.longhaul.runtime.chain;

/**
 * Where a chain stands, and which invocation has it. Times are milliseconds of the epoch.
 *
 * @param status whether it runs, waits for its next hop, or has ended
 * @param hop the number of the hop that runs, or that is to run next when HANDED_OFF
 * @param epoch the fencing token: it grows with every claim, and only the holder of the newest may commit
 * @param owner the request id of the invocation that claimed last
 * @param functionArn the function that the next hop is sent to, with its alias or version
 * @param leaseUntil when the owner is surely gone, or when a handed-off hop should have been claimed
 * @param updatedAt the last commit
 */
public record Position(
        ChainStatus status, int hop, long epoch, String owner, String functionArn, long leaseUntil, long updatedAt) {

    /** The position of a chain that an invocation begins. */
    public static Position first(String owner, String functionArn, long leaseUntil, long now) {
        return new Position(ChainStatus.RUNNING, 0, 1, owner, functionArn, leaseUntil, now);
    }

    /** This position, with another status. */
    public Position withStatus(ChainStatus value) {
        return new Position(value, hop, epoch, owner, functionArn, leaseUntil, updatedAt);
    }

    /** This position, at another hop. */
    public Position withHop(int value) {
        return new Position(status, value, epoch, owner, functionArn, leaseUntil, updatedAt);
    }

    /** This position, under another epoch. */
    public Position withEpoch(long value) {
        return new Position(status, hop, value, owner, functionArn, leaseUntil, updatedAt);
    }

    /** This position, held by another invocation. */
    public Position withOwner(String value) {
        return new Position(status, hop, epoch, value, functionArn, leaseUntil, updatedAt);
    }

    /** This position, with another function for the next hop. */
    public Position withFunctionArn(String value) {
        return new Position(status, hop, epoch, owner, value, leaseUntil, updatedAt);
    }

    /** This position, with another end of its lease. */
    public Position withLeaseUntil(long value) {
        return new Position(status, hop, epoch, owner, functionArn, value, updatedAt);
    }

    /** This position, at another last commit. */
    public Position withUpdatedAt(long value) {
        return new Position(status, hop, epoch, owner, functionArn, leaseUntil, value);
    }
}
