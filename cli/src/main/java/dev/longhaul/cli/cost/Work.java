package dev.longhaul.cli.cost;

/**
 * Work that is to be done by one chain, one step after the other.
 *
 * @param millis how long its steps take in all, on the given memory
 * @param memoryMegabytes the memory, which on Lambda is the share of a processor too
 * @param hopMillis what a hop has for steps: its timeout without safeMillis
 * @param overheadMillis what a hop costs besides its steps: its start and its handoff
 */
public record Work(double millis, int memoryMegabytes, long hopMillis, long overheadMillis) {

    /** A vCPU on Lambda. */
    static final double MEGABYTES_A_VCPU = 1_769;

    /** Refuses what is no work. */
    public Work {
        if (millis < 0 || memoryMegabytes < 128 || memoryMegabytes > 32_768 || hopMillis < 1 || overheadMillis < 0) {
            throw new IllegalArgumentException("work of " + millis + " ms on " + memoryMegabytes + " MB in hops of "
                    + hopMillis + " ms can't be. Give 128 to 32768 MB, and a timeout above safeMillis.");
        }
    }

    /** The hops that it takes on Lambda. */
    public long hops() {
        return Math.max(1, (long) Math.ceil(millis / hopMillis));
    }

    /** The processors that its memory has. */
    double vcpu() {
        return memoryMegabytes / MEGABYTES_A_VCPU;
    }

    double gigabytes() {
        return memoryMegabytes / 1_024.0;
    }
}
