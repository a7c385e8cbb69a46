package dev.longhaul.testing.sim;

/** What goes wrong at a point. */
public sealed interface Fault {

    /** Nothing. */
    record None() implements Fault {}

    /** The process dies before the call is made. */
    record CrashBefore() implements Fault {}

    /** The call is made, and the process dies before it has the answer. */
    record CrashAfter() implements Fault {}

    /** The call is not made: the store is down, or the invoke is throttled. A step throws. */
    record Refused() implements Fault {}

    /** The call is made, and its answer is lost. A step throws after its work. */
    record AnswerLost() implements Fault {}

    /**
     * The process stands still before the call for so many milliseconds; beyond its deadline, it is a zombie that wakes
     * up.
     */
    record Stall(long millis) implements Fault {}

    /** Nothing. */
    Fault NONE = new None();
}
