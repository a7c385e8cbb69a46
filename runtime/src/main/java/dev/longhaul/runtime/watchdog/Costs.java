package dev.longhaul.runtime.watchdog;

/**
 * The longest times measured so far in a hop, in milliseconds; 0 where nothing has been measured.
 *
 * @param step one step
 * @param checkpoint writing a checkpoint
 * @param handoff sending the next hop on its way
 */
public record Costs(long step, long checkpoint, long handoff) {

    /** Nothing measured yet. */
    public static final Costs NONE = new Costs(0, 0, 0);

    /** These costs, and a step of so many milliseconds. */
    public Costs withStep(long millis) {
        return millis <= step ? this : new Costs(millis, checkpoint, handoff);
    }

    /** These costs, and a checkpoint of so many milliseconds. */
    public Costs withCheckpoint(long millis) {
        return millis <= checkpoint ? this : new Costs(step, millis, handoff);
    }
}
