package dev.longhaul.runtime.protocol;

/**
 * How long others wait, in milliseconds.
 *
 * @param deadline after an invocation's deadline, for clocks that differ, before it counts as gone
 * @param handoff after a handoff, for the event's way through Lambda's queue, before the hop is sent again
 * @param process the lease of a chain in a process of one's own, renewed with every checkpoint
 * @param retention after its end, before the store may forget a chain
 */
public record Graces(long deadline, long handoff, long process, long retention) {

    /** What fits AWS. */
    public static final Graces STANDARD = new Graces(10_000, 60_000, 900_000, 14 * 86_400_000L);

    /** These, with another time for a handoff. */
    public Graces withHandoff(long millis) {
        return new Graces(deadline, millis, process, retention);
    }

    /** These, with another lease in a process of one's own. */
    public Graces withProcess(long millis) {
        return new Graces(deadline, handoff, millis, retention);
    }

    /** When the lease ends of a function's invocation that has so much left. */
    public long lease(long now, long remaining) {
        return now + remaining + deadline;
    }
}
