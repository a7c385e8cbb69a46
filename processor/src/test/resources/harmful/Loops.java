package harmful;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.io.*;
import java.util.*;
import java.util.concurrent.*;

/** Steps that never return. */
class Loops {

    @LongRunning
    static class While {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                done++;
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class ForWithoutACondition {
        @State int done;

        @Step void step(JobContext job) { //! StepNeverReturns
            for (int i = 0; ; i++) {
                done += i;
                if (job.shouldYield()) {
                    job.checkpoint();
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class DoWhile {
        @State int done;

        @Step void step() { //! StepNeverReturns
            do {
                done++;
                if (done % 2 == 0) continue;
                done++;
            } while (true);
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class ConstantOfTheClass {
        static final boolean FOREVER = !false;

        @State int done;

        @Step void step() { //! StepNeverReturns
            while (FOREVER) done++;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class ConstantOfANestedClass {
        static class Settings {
            static final int INTERVAL = 5;
            static final boolean POLL = INTERVAL > 0;
        }

        @State int done;

        @Step void step() { //! StepNeverReturns
            while (Settings.POLL && Settings.INTERVAL != 0) done++;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class FinalField {
        private final boolean running = true;

        @State int done;

        @Step void step() { //! StepNeverReturns
            while (this.running) done++;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class LocalVariable {
        @State int done;

        @Step void step() { //! StepNeverReturns
            boolean more = true;
            while (more) {
                done++;
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class ForgottenIncrement {
        @State int done;

        @Step void step() { //! StepNeverReturns
            int i = 0;
            while (i < 100) {
                done++;
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class BoxedTrue {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (Boolean.TRUE) done++;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class BreakOfTheSwitch {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                switch (done % 3) {
                    case 0:
                        done++;
                        break;
                    case 1:
                        done += 2;
                    default:
                        break;
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class BreakOfTheInnerLoop {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                for (int i = 0; i < 10; i++) {
                    if (done > i) break;
                    done++;
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class LabelledBreakOfTheInnerLoop {
        @State int done;

        @Step void step() { //! StepNeverReturns
            pages:
            while (true) {
                rows:
                while (true) {
                    if (done++ > 3) break rows;
                    if (done++ > 5) continue pages;
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class ReturnOfTheLambda {
        @State List<String> lines = new ArrayList<>(List.of("a"));

        @Step void step() { //! StepNeverReturns
            while (true) {
                lines.removeIf(line -> {
                    return line.isEmpty();
                });
            }
        }

        @Terminate boolean isDone() { return lines.isEmpty(); }
    }

    @LongRunning
    static class ReturnOfTheAnonymousClass {
        @State List<String> lines = new ArrayList<>(List.of("a"));

        @Step void step() { //! StepNeverReturns
            for (; ; ) {
                lines.sort(new Comparator<String>() {
                    @Override public int compare(String one, String other) {
                        while (true) {
                            break;
                        }
                        return one.compareTo(other);
                    }
                });
            }
        }

        @Terminate boolean isDone() { return lines.isEmpty(); }
    }

    @LongRunning
    static class BreakThatIsNeverReached {
        static final boolean ONCE = false;

        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                done++;
                if (ONCE) {
                    break;
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class BreakBehindAContinue {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                done++;
                if (done > 0) {
                    continue;
                } else {
                    continue;
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class CatchesEverything {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                try {
                    if (done++ > 100) throw new IllegalStateException("too many");
                    check();
                } catch (RuntimeException | Error e) {
                    done = 0;
                } catch (Exception e) {
                    done--;
                } finally {
                    System.gc();
                }
            }
        }

        private void check() throws IOException {
            if (done == 7) throw new FileNotFoundException();
            if (done == 8) throw new IllegalStateException();
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class TryAroundTheLoopWithFinally {
        @State int done;

        @Step void step() throws Exception { //! StepNeverReturns
            try (Scanner in = new Scanner("a b c")) {
                while (true) {
                    done += in.next().length();
                }
            } finally {
                done = 0;
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class InAHelper {
        @State int done;

        @Step void step() { //! StepNeverReturns
            prepare();
            pump();
            done = 0;
        }

        private void prepare() { done++; }

        private void pump() {
            for (; ; ) turn();
        }

        private void turn() { done++; }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class InAHelpersHelper {
        @State int done;

        @Step void step() { //! StepNeverReturns
            done = first() + 1;
        }

        private int first() { return second(done); }

        private int second(int from) {
            int at = from;
            while (true) at++;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class InBothBranches {
        @State int done;

        @Step void step() { //! StepNeverReturns
            if (done > 3) {
                while (true) done--;
            } else {
                while (true) done++;
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    abstract static class Server {
        @State int served;

        @Step void serve() { //! StepNeverReturns
            synchronized (this) {
                while (true) one();
            }
        }

        abstract void one();
    }

    @LongRunning
    static class InheritedLoop extends Server {
        @Override void one() { served++; }

        @Terminate boolean isDone() { return served > 9; }
    }

    static class Base {
        int turns;

        void loop() { turns++; }
    }

    @LongRunning
    static class EndlessOverride extends Base {
        @State int done;

        @Step void step() { loop(); } //! StepNeverReturns

        @Override void loop() {
            while (true) done = ++turns;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class HelperThatIsAlwaysTrue {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (isRunning()) done++;
        }

        private boolean isRunning() { return true; }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class ReturnThatTheFinallyBlockTakesBack {
        @State int done;

        @SuppressWarnings("finally")
        @Step void step() { //! StepNeverReturns
            while (true) {
                try {
                    if (done++ > 9) return;
                } finally {
                    continue;
                }
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class YieldIsNoWayOut {
        @State int done;

        @Step void step() { //! StepNeverReturns
            while (true) {
                done += switch (done) {
                    case 1 -> 2;
                    default -> {
                        yield 1;
                    }
                };
            }
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class FlagThatNobodyClears {
        private boolean running = true;

        @State int done;

        @Step void step() { //! StepNeverReturns
            while (running) done++;
        }

        @Terminate boolean isDone() { return done > 9; }
    }

    @LongRunning
    static class FlagThatNobodySets {
        private boolean stopped;

        @State int done;

        @Step void step() { //! StepNeverReturns
            do {
                done++;
            } while (!(this.stopped));
        }

        @Terminate boolean isDone() { return done > 9; }
    }
}
