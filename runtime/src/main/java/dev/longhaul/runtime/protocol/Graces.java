package dev.longhaul.runtime.protocol;

/**
 * How long others wait, in milliseconds.
 *
 * @param deadline after an invocation's deadline, for clocks that differ, before it counts as gone
 * @param handoff after a handoff, for the event's way through Lambda's queue, before the hop is sent again
 * @param unlimited the lease of an invocation without a deadline, renewed with every checkpoint
 * @param retention after its end, before the store may forget a chain
 */
public record Graces(long deadline, long handoff, long unlimited, long retention) {

    /** What fits AWS. */
    public static final Graces STANDARD = new Graces(10_000, 60_000, 900_000, 14 * 86_400_000L);

    /** These, with another time for a handoff. */
    public Graces withHandoff(long millis) {
        return new Graces(deadline, millis, unlimited, retention);
    }

    /** When the lease of an invocation ends that has so much left. */
    public long lease(long now, long remaining) {
        return remaining == Long.MAX_VALUE ? now + unlimited : now + remaining + deadline;
    }
}
