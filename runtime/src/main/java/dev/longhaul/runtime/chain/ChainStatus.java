package dev.longhaul.runtime.chain;

/** Where a chain stands. */
public enum ChainStatus {
    /** A hop has claimed the chain and works on it. */
    RUNNING,
    /** The last hop has ended, and the next one has not claimed the chain yet. */
    HANDED_OFF,
    /** The last hop has ended, and nothing runs until the wait is over that the job, or a step that threw, asked for. */
    WAITING,
    /** A {@code @Terminate} method said that the work is done. */
    COMPLETED,
    /** The chain ended by a failure. */
    FAILED,
    /** The chain was stopped on request, or by one of its bounds. */
    STOPPED;

    /** Whether the chain has ended. */
    public boolean terminal() {
        return switch (this) {
            case RUNNING, HANDED_OFF, WAITING -> false;
            case COMPLETED, FAILED, STOPPED -> true;
        };
    }
}
