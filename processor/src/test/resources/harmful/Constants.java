package harmful;

import static harmful.Settings.FINISHED;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.util.*;

interface Settings {
    boolean FINISHED = false;
    int WORKERS = 0;
}

/** Terminate methods with one answer. */
class Constants {
    static final boolean OUTER = true;

    @LongRunning
    static class False {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return false; } //! TerminateNeverTrue
    }

    @LongRunning
    static class True {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone(JobContext job) { return true; } //! TerminateAlwaysTrue
    }

    @LongRunning
    static class NotTrue {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return !(true); } //! TerminateNeverTrue
    }

    @LongRunning
    static class BoxedFalse {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return Boolean.FALSE; } //! TerminateNeverTrue
    }

    @LongRunning
    static class FalseOnEveryPath {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            if (done > 10) {
                return false;
            } else if (done > 5) {
                System.out.println("half of it");
            }
            return false;
        }
    }

    @LongRunning
    static class TrueOnEveryPath {
        @State List<String> pending = new ArrayList<>();

        @Step void step() { pending.remove(0); }

        @Terminate boolean isDone() { //! TerminateAlwaysTrue
            for (String one : pending) {
                if (one.isEmpty()) continue;
                return true;
            }
            return true;
        }
    }

    @LongRunning
    static class LocalThatIsNeverSet {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            boolean finished = false;
            if (done > 9) {
                System.out.println("finished");
            }
            return finished;
        }
    }

    @LongRunning
    static class LocalThatIsAlwaysSetToTheSame {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            boolean finished;
            if (done > 9) finished = false;
            else finished = false;
            return finished;
        }
    }

    @LongRunning
    static class ConstantOfTheJob {
        private static final boolean DONE = 2 * 3 > 7;

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return DONE; } //! TerminateNeverTrue
    }

    @LongRunning
    static class ConstantOfTheClassAround {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 || OUTER; } //! TerminateAlwaysTrue
    }

    @LongRunning
    static class ConstantOfAnotherType {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && Settings.WORKERS > 0; } //! TerminateNeverTrue
    }

    @LongRunning
    static class ImportedConstant {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return FINISHED; } //! TerminateNeverTrue
    }

    @LongRunning
    static class InheritedConstant implements Settings {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return WORKERS != 0 && done > WORKERS; } //! TerminateNeverTrue
    }

    @LongRunning
    static class Ternary {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 ? OUTER : true; } //! TerminateAlwaysTrue
    }

    @LongRunning
    static class Helpers {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return all() && done > 3; } //! TerminateNeverTrue

        private boolean all() { return !some(); }

        private static boolean some() { return true; }
    }

    abstract static class Hook {
        boolean isFinished() { return System.nanoTime() > 0; }

        @Terminate boolean isDone() { return isFinished(); } //! TerminateNeverTrue
    }

    @LongRunning
    static class OverrideOfTheHook extends Hook {
        @State int done;

        @Step void step() { done++; }

        @Override boolean isFinished() { return false; }
    }

    @LongRunning
    static class Switch {
        enum Phase { LOAD, DONE }

        @State Phase phase = Phase.LOAD;

        @Step void step() { phase = Phase.DONE; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            return switch (phase) {
                case LOAD -> false;
                case DONE -> FINISHED;
            };
        }
    }

    @LongRunning
    static class SwitchStatement {
        @State int phase;

        @Step void step() { phase++; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            switch (phase) {
                case 1:
                    return false;
                case 2:
                    phase = 5;
                    break;
                default:
                    throw new IllegalStateException();
            }
            return false;
        }
    }

    @LongRunning
    static class TryAndCatch {
        @State String number = "";

        @Step void step() { number += "1"; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            try {
                return Integer.parseInt(number) > 9 & false;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    @LongRunning
    static class NullIsNull {
        @State String cursor = "";

        @Step void step() { cursor = cursor.length() > 3 ? null : cursor + "x"; }

        @Terminate boolean isDone() { //! TerminateAlwaysTrue
            String cursor = null;
            return cursor == null;
        }
    }

    @LongRunning
    static class Strings {
        static final String MODE = "daily";

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return MODE.equals("once") && done > 3; } //! TerminateNeverTrue
    }

    @LongRunning
    static class EnumConstants {
        enum Mode { ONCE, FOREVER }

        static final Mode MODE = Mode.FOREVER;

        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return MODE == Mode.ONCE; } //! TerminateNeverTrue
    }

    @LongRunning
    static class OnlyThrows {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            throw new UnsupportedOperationException("to be written");
        }
    }

    @LongRunning
    static class ReturnOfTheFinallyBlock {
        @State int done;

        @Step void step() { done++; }

        @SuppressWarnings("finally")
        @Terminate boolean isDone() { //! TerminateNeverTrue
            try {
                if (done > 9) return true;
            } finally {
                return false;
            }
        }
    }

    @LongRunning
    static class LambdaThatSaysOtherwise {
        @State List<String> pending = new ArrayList<>();

        @Step void step() { pending.remove(0); }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            pending.removeIf(one -> {
                return true;
            });
            return false;
        }
    }

    @LongRunning
    static class TwoOfThem {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9; }

        @Terminate boolean isCancelled() { return false; } //! TerminateNeverTrue
    }

    @LongRunning
    static class SwitchThatYields {
        @State int phase;

        @Step void step() { phase++; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            return switch (phase) {
                case 0:
                    yield false;
                default:
                    yield FINISHED;
            };
        }
    }

    @LongRunning
    static class IntegerThatWrapsRoundBelowZero {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9 && Integer.MAX_VALUE + 1 > 0; } //! TerminateNeverTrue
    }

    @LongRunning
    static class FewerThanNone {
        @State List<String> pending = new ArrayList<>();

        @Step void step() { pending.remove(0); }

        @Terminate boolean isDone() { return pending.size() < 0; } //! TerminateNeverTrue
    }

    @LongRunning
    static class NoneOrMore {
        @State Deque<String> pending = new ArrayDeque<>();

        @Step void step() { pending.remove(); }

        @Terminate boolean isDone() { //! TerminateAlwaysTrue
            if (0 <= pending.size()) {
                return true;
            }
            return false;
        }
    }

    @LongRunning
    static class CountThatIsBelowZero {
        @State Set<String> pending = new HashSet<>();

        @Step void step() { pending.clear(); }

        @Terminate boolean isDone() { return -1 == pending.size(); } //! TerminateNeverTrue
    }

    @LongRunning
    static class AssignmentInPlaceOfAComparison {
        @State boolean last;

        @Step void step(JobContext job) { last = job.hop() > 3; }

        @Terminate boolean isDone() { return last = false; } //! TerminateNeverTrue
    }

    @LongRunning
    static class AssignmentInACondition {
        @State boolean going = true;

        @Step void step(JobContext job) { going = job.hop() < 3; }

        @Terminate boolean isDone() { //! TerminateNeverTrue
            if (going = true) {
                return false;
            }
            return true;
        }
    }
}
