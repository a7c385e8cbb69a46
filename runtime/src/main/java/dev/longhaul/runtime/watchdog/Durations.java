package dev.longhaul.runtime.watchdog;

/**
 * What has been measured, in milliseconds; 0 where nothing has been measured.
 *
 * @param step the longest step of this hop
 * @param checkpoint the longest write of a checkpoint in this hop
 * @param handoff sending the next hop, when this environment did that last
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

    /** These durations, with a last handoff of so many milliseconds. */
    public Durations withHandoff(long millis) {
        return new Durations(step, checkpoint, millis);
    }
}
