package dev.longhaul.testing.sim;

import dev.longhaul.testing.sim.Point.Call;

/** What goes wrong at a point. */
public sealed interface Fault {

    /** Nothing. */
    Fault NONE = new None();

    /** As it stands in a transcript. */
    String words(Call call);

    /** Nothing. */
    record None() implements Fault {
        @Override
        public String words(Call call) {
            return "goes on with " + call.words();
        }
    }

    /** The process dies before the call is made. */
    record CrashBefore() implements Fault {
        @Override
        public String words(Call call) {
            return "is killed before " + call.words();
        }
    }

    /** The call is made, and the process dies before it has the answer. */
    record CrashAfter() implements Fault {
        @Override
        public String words(Call call) {
            return "is killed after " + call.words();
        }
    }

    /** The call is not made: the store is down, or the invoke is throttled. A step throws. */
    record Refused() implements Fault {
        @Override
        public String words(Call call) {
            return "fails in " + call.words();
        }
    }

    /** The call is made, and its answer is lost. A step throws after its work. */
    record AnswerLost() implements Fault {
        @Override
        public String words(Call call) {
            return "does not get the answer of " + call.words();
        }
    }

    /**
     * The process stands still before the call for so many milliseconds; beyond its deadline, it is a zombie that wakes
     * up.
     */
    record Stall(long millis) implements Fault {
        @Override
        public String words(Call call) {
            return "stands still for " + millis + " ms before " + call.words();
        }
    }

    /**
     * Somebody asks the living chains to stop before the call is made; where the job's transaction has written a chain's
     * record, as soon as that is committed or rolled back: until then the database lets the request wait.
     */
    record StopRequested(String reason) implements Fault {
        @Override
        public String words(Call call) {
            return "is asked to stop before " + call.words();
        }
    }
}
