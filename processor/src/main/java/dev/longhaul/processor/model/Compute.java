package dev.longhaul.processor.model;

/** Where a function runs; the names are those of {@code dev.longhaul.annotations.Compute}. */
public enum Compute {
    /** In environments that Lambda makes for each event. */
    ON_DEMAND(900_000, 128, 10_240),
    /** In such that begin with a snapshot. */
    SNAP_START(900_000, 128, 10_240),
    /** On instances of the account's. */
    MANAGED_INSTANCES(5_400_000, 2_048, 32_768);

    private final long timeoutLimit;
    private final int leastMemory;
    private final int mostMemory;

    Compute(long timeoutLimit, int leastMemory, int mostMemory) {
        this.timeoutLimit = timeoutLimit;
        this.leastMemory = leastMemory;
        this.mostMemory = mostMemory;
    }

    /** The longest timeout that it allows, in milliseconds. */
    public long timeoutLimit() {
        return timeoutLimit;
    }

    /** The least memory that it allows, in megabytes. */
    public int leastMemory() {
        return leastMemory;
    }

    /** The most memory that it allows, in megabytes. */
    public int mostMemory() {
        return mostMemory;
    }
}
