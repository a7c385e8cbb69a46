package dev.longhaul.runtime.watchdog;

/**
 * The longest times measured so far in a hop, in milliseconds; 0 where nothing has been measured.
 *
 * @param step one step
 * @param checkpoint writing a checkpoint
 * @param handoff sending the next hop on its way
 */
public record Durations(long step, long checkpoint, long handoff) {

    /** Nothing measured yet. */
    public static final Durations NONE = new Durations(0, 0, 0);

    /** These durations, with a step of so many milliseconds. */
    public Durations withStep(long millis) {
        return millis <= step ? this : new Durations(millis, checkpoint, handoff);
    }

    /** These durations, with a checkpoint of so many milliseconds. */
    public Durations withCheckpoint(long millis) {
        return millis <= checkpoint ? this : new Durations(step, millis, handoff);
    }
}
