package harmless;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.io.*;
import java.util.*;
import java.util.concurrent.*;

/** Loops in steps that have a way out, however well it hides. */
class Loops {

    @LongRunning
    static class WhileNotYielding {
        @State int done;

        @Step void work(JobContext job) {
            while (!job.shouldYield()) {
                done++;
            }
        }

        @Terminate boolean isDone() { return done > 1_000_000; }
    }

    @LongRunning
    static class BreakAtTheEnd {
        @State long position;
        @State boolean atEnd;

        @Step void read(JobContext job) {
            for (; ; ) {
                if (job.shouldYield()) break;
                position += 512;
                if (position > 1L << 30) {
                    atEnd = true;
                    break;
                }
            }
        }

        @Terminate boolean isDone() { return atEnd; }
    }

    @LongRunning
    static class ReturnInCatch {
        @State int lines;
        @State boolean atEnd;
        private final BufferedReader in = new BufferedReader(new StringReader("a"));

        @Step void read() {
            while (true) {
                try {
                    next();
                } catch (EOFException e) {
                    atEnd = true;
                    return;
                } catch (IOException e) {
                    lines--;
                }
            }
        }

        private void next() throws IOException {
            String line = in.readLine();
            lines += line == null ? 0 : 1;
        }

        @Terminate boolean isDone() { return atEnd; }
    }

    @LongRunning
    static class DoWhileWithBreakInTry {
        @State int failures;

        @Step void call() {
            do {
                try {
                    TimeUnit.MILLISECONDS.sleep(10);
                    break;
                } catch (InterruptedException e) {
                    failures++;
                } finally {
                    failures += 0;
                }
            } while (true);
        }

        @Terminate boolean isDone() { return failures >= 3; }
    }

    @LongRunning
    static class LabelledBreak {
        @State int row;

        @Step void scan() {
            rows:
            while (true) {
                for (int column = 0; ; column++) {
                    if (column == 80) continue rows;
                    if (row++ > 24) break rows;
                }
            }
        }

        @Terminate boolean isDone() { return row > 24; }
    }

    @LongRunning
    static class LabelledBreakOutOfSwitch {
        enum Token { WORD, SPACE, END }

        @State int words;
        @State int place;

        @Step void lex() {
            input:
            for (; ; ) {
                switch (token()) {
                    case WORD:
                        words++;
                        break;
                    case SPACE:
                        continue;
                    case END:
                        break input;
                }
            }
        }

        private Token token() { return Token.values()[place++ % 3]; }

        @Terminate boolean isDone() { return words >= 100; }
    }

    @LongRunning
    static class ReturnInArrowCase {
        enum Phase { LOAD, INDEX, DONE }

        @State Phase phase = Phase.LOAD;

        @Step void next() {
            while (true) {
                switch (phase) {
                    case LOAD -> phase = Phase.INDEX;
                    case INDEX -> phase = Phase.DONE;
                    case DONE -> {
                        return;
                    }
                }
            }
        }

        @Terminate boolean isDone() { return phase == Phase.DONE; }
    }

    @LongRunning
    static class LabelledBlock {
        @State int tries;

        @Step void attempt() {
            attempts: {
                while (true) {
                    if (tries++ % 7 == 6) break attempts;
                }
            }
            tries *= 2;
        }

        @Terminate boolean isDone() { return tries > 1000; }
    }

    @LongRunning
    static class ThrowInLoop {
        @State int seen;

        @Step void poll() {
            while (true) {
                if (++seen % 100 == 0) {
                    throw new IllegalStateException("poisoned message " + seen);
                }
            }
        }

        @Terminate boolean isDone() { return seen > 500; }
    }

    @LongRunning
    static class ThrowInHelper {
        @State int seen;

        @Step void poll() {
            while (true) {
                check();
            }
        }

        private void check() {
            if (++seen > 100) {
                throw failure();
            }
        }

        private RuntimeException failure() { return new IllegalStateException(); }

        @Terminate boolean isDone() { return seen > 500; }
    }

    @LongRunning
    static class CheckedExceptionThatTheLoopDoesNotCatch {
        @State int seen;

        @Step void poll() throws TimeoutException {
            while (true) {
                try {
                    check();
                } catch (RuntimeException e) {
                    seen++;
                }
            }
        }

        private void check() throws TimeoutException {
            if (seen > 100) throw new TimeoutException();
        }

        @Terminate boolean isDone() { return seen > 500; }
    }

    @LongRunning
    static class CatchAroundTheLoop {
        @State int sent;
        @State List<String> queue = new ArrayList<>(List.of("a", "b"));

        @Step void drain() {
            Iterator<String> all = queue.iterator();
            try {
                while (true) {
                    System.out.println(all.next());
                    sent++;
                }
            } catch (NoSuchElementException e) {
                queue.clear();
            }
        }

        @Terminate boolean isDone() { return queue.isEmpty(); }
    }

    @LongRunning
    static class SystemExit {
        @State int errors;

        @Step void watch() {
            while (true) {
                errors++;
                if (errors > 10) System.exit(3);
            }
        }

        @Terminate boolean isDone() { return errors > 10; }
    }

    @LongRunning
    static class HaltInHelper {
        @State int errors;

        @Step void watch() {
            for (; ; ) fail();
        }

        private void fail() {
            if (errors++ > 3) Runtime.getRuntime().halt(1);
        }

        @Terminate boolean isDone() { return errors > 10; }
    }

    @LongRunning
    static class LoopInLambda implements AutoCloseable {
        @State int submitted;
        private final ExecutorService background = Executors.newSingleThreadExecutor();

        @Step void submit() {
            background.execute(() -> {
                while (true) {
                    System.out.print(".");
                }
            });
            submitted++;
        }

        @Terminate boolean isDone() { return submitted == 1; }

        @Override public void close() { background.shutdownNow(); }
    }

    @LongRunning
    static class LoopInAnonymousClass {
        @State int started;

        @Step void start() {
            Thread beat = new Thread() {
                @Override public void run() {
                    for (; ; ) Thread.onSpinWait();
                }
            };
            beat.setDaemon(true);
            beat.start();
            started++;
        }

        @Terminate boolean isDone() { return started > 0; }
    }

    @LongRunning
    static class LoopInLocalClass {
        @State int made;

        @Step void make() {
            class Spinner implements Runnable {
                @Override public void run() {
                    while (true) Thread.onSpinWait();
                }
            }
            made += new Spinner() instanceof Runnable ? 1 : 0;
        }

        @Terminate boolean isDone() { return made > 2; }
    }

    @LongRunning
    static class EarlyReturn {
        @State int turns;

        @Step void next() {
            if (turns++ < 100) {
                return;
            }
            while (true) Thread.onSpinWait();
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class EndlessHelperThatIsCalledSometimes {
        private static final boolean TRACE = Boolean.getBoolean("trace");

        @State int turns;

        @Step void next() {
            if (TRACE) spin();
            boolean spun = turns++ < 0 && spun();
            turns += spun ? value() : 1;
        }

        private void spin() {
            while (true) Thread.onSpinWait();
        }

        private boolean spun() {
            while (true) Thread.onSpinWait();
        }

        private int value() {
            for (; ; ) Thread.onSpinWait();
        }

        @Terminate boolean isDone() { return turns > 10; }
    }

    @LongRunning
    static class EndlessHelperThatNobodyCalls {
        @State int turns;

        @Step void next() { turns++; }

        void serve() {
            while (true) turns--;
        }

        @Terminate boolean isDone() { return turns > 10; }
    }

    @LongRunning
    static class EndlessOverload {
        @State int turns;

        @Step void next() {
            run("once");
        }

        private void run(String mode) { turns += mode.length(); }

        private void run(Object mode) {
            while (true) turns += mode.hashCode();
        }

        @Terminate boolean isDone() { return turns > 10; }
    }

    static class Pump {
        int pumped;

        void pump() {
            while (true) pumped++;
        }

        void pumpOnce() { pump(); }
    }

    @LongRunning
    static class OverriddenEndlessMethod extends Pump {
        @State int turns;

        @Step void next() { pumpOnce(); }

        @Override void pump() { turns++; }

        @Terminate boolean isDone() { return turns > 10; }
    }

    @LongRunning
    static class FlagInLocalVariable {
        @State int turns;

        @Step void next() {
            boolean more = true;
            while (more) {
                more = ++turns % 10 != 0;
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class FlagInField {
        @State int turns;
        private boolean more = true;

        @Step void next() {
            while (more) {
                turn();
            }
            more = true;
        }

        private void turn() { more = ++turns % 10 != 0; }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class FlagThatAnotherThreadClears {
        static volatile boolean running = true;

        @State int turns;

        @Step void next() {
            while (running) turns++;
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class ConstantFromOutside {
        static final boolean FOREVER = Boolean.parseBoolean(System.getenv("FOREVER"));
        static final long LIMIT = Long.getLong("limit", 10);

        @State int turns;

        @Step void next() {
            while (FOREVER) turns++;
            for (int i = 0; i < LIMIT; turns++) i += turns;
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class ShadowedConstant {
        static final boolean RUN = true;

        @State int turns;

        @Step void next() {
            boolean RUN = turns++ < 10;
            while (RUN) {
                RUN = turns++ % 3 == 0;
            }
            rest(false);
        }

        private void rest(boolean RUN) {
            while (RUN) turns--;
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class ShadowedByPattern {
        static final Boolean GO = true;

        @State int turns;
        private Object signal = 1;

        @Step void next() {
            if (!(signal instanceof Boolean GO)) {
                turns++;
                return;
            }
            while (GO) {
                turns++;
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class ShadowedInsideOnly {
        static final boolean MORE = Boolean.FALSE;

        @State int turns;

        @Step void next() {
            {
                boolean MORE = true;
                turns += MORE ? 1 : 2;
            }
            while (MORE) {
                turns--;
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class LocalCounter {
        @State int turns;

        @Step void next() {
            int i = 0;
            while (i < 100) {
                turns += i++;
            }
            int j = 0;
            do {
                j += 2;
            } while (j < 10);
            for (int k = 0, n = 10; k < n; ) {
                n--;
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class RecursionWithAnEnd {
        @State int depth;

        @Step void next() { walk(10); }

        private void walk(int left) {
            depth++;
            if (left == 0) return;
            walk(left - 1);
        }

        @Terminate boolean isDone() { return depth > 100; }
    }

    @LongRunning
    static class MutualRecursion {
        @State int depth;

        @Step void next() { even(depth + 7); }

        private void even(int n) {
            if (n > 0) odd(n - 1);
        }

        private void odd(int n) {
            depth++;
            if (n > 0) even(n - 1);
        }

        @Terminate boolean isDone() { return depth > 100; }
    }

    @LongRunning
    static class FinallyThatReturns {
        @State int turns;

        @SuppressWarnings("finally")
        @Step void next() {
            try {
                while (true) {
                    turns = Math.addExact(turns, 1 << 20);
                }
            } finally {
                return;
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class ContinueInDoWhileFalse {
        @State int turns;

        @Step void next() {
            do {
                turns++;
                if (turns % 2 == 0) continue;
                turns++;
            } while (false);
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class BreakInsideSynchronized {
        private final Object lock = new Object();

        @State int turns;

        @Step void next() throws InterruptedException {
            synchronized (lock) {
                while (true) {
                    lock.wait(1);
                    if (++turns % 5 == 0) {
                        break;
                    }
                }
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class SwitchExpressionThatThrows {
        @State int turns;

        @Step void next() {
            while (true) {
                int size = switch (turns++ % 4) {
                    case 0 -> 1;
                    case 1 -> {
                        yield 2;
                    }
                    case 2 -> throw new IllegalStateException();
                    default -> 3;
                };
                turns += size;
            }
        }

        @Terminate boolean isDone() { return turns > 100; }
    }

    @LongRunning
    static class ThrowInLambdaThatIsCalledInTheLoop {
        @State int turns;
        private final List<Integer> batch = List.of(1, 2, 3);

        @Step void next() {
            while (true) {
                batch.forEach(i -> {
                    if (turns++ > 50) throw new CancellationException();
                });
            }
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class WhileInterrupted {
        @State int turns;

        @Step void next() {
            while (!Thread.currentThread().isInterrupted()) {
                if (turns++ % 3 == 2) Thread.currentThread().interrupt();
            }
            Thread.interrupted();
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ConditionThatCallsAHelper {
        @State int turns;

        @Step void next() {
            while (advance()) Thread.onSpinWait();
        }

        private boolean advance() {
            turns++;
            if (turns % 9 == 0) return false;
            return true;
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class FlagThatAShutdownHookSets {
        private boolean stopped;

        @State int turns;

        FlagThatAShutdownHookSets() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> this.stopped = true));
        }

        @Step void next() {
            while (!stopped) turns++;
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class FlagThatANestedClassSets {
        private boolean stopped;

        @State int turns;

        static void stop(FlagThatANestedClassSets job) { (job.stopped) = true; }

        @Step void next() {
            while (!stopped) stop(this);
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class FlagThatTheClassAroundSets {
        private boolean stopped;

        @State int turns;

        @Step void next() {
            while (!stopped) Loops.stop(this);
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    static void stop(FlagThatTheClassAroundSets job) {
        if (job.turns++ > 9) job.stopped = true;
    }

    @LongRunning
    static class FlagThatIsInjected {
        @Deprecated
        private boolean running = true;

        @State int turns;

        @Step void next() {
            while (running) turns++;
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ThrowInAnOverload {
        @State int turns;

        @Step void next() {
            while (true) {
                check(turns++);
            }
        }

        private void check(long turns) {
            if (turns > 50) throw new IllegalStateException();
        }

        private void check(String turns) {}

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ThrowInAMethodWithManyArguments {
        @State int turns;

        @Step void next() {
            while (true) check(turns++, turns++);
        }

        private void check(int... turns) {
            if (turns[0] > 50) throw new IllegalStateException();
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ThrowInAStaticMethod {
        @State int turns;

        @Step void next() {
            while (true) ThrowInAStaticMethod.check(turns++);
        }

        static void check(int turns) {
            if (turns > 50) throw new IllegalStateException();
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    static class Guard {
        static void check(int turns) {
            if (turns > 50) throw new IllegalStateException();
        }

        void pass(int turns) { check(turns); }
    }

    @LongRunning
    static class ThrowInAClassBeside {
        @State int turns;

        @Step void next() {
            while (true) Guard.check(turns++);
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ThrowInTheSuperclass extends Guard {
        @State int turns;

        @Step void next() {
            while (true) super.pass(turns++);
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ThrowInAReferredMethod {
        @State int turns;

        @Step void next() {
            while (true) List.of(turns++).forEach(Guard::check);
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class ParenthesesAroundTheCounter {
        @State int turns;

        @Step void next() {
            int i = 0;
            while (i < 10) {
                turns++;
                (i)++;
            }
        }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class Fibonacci {
        @State int turns;

        @Step void next() {
            while (turns < fibonacci(30) && fibonacci(40) > fibonacci(39)) turns++;
        }

        private static long fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

        @Terminate boolean isDone() { return turns > 50; }
    }

    @LongRunning
    static class NarrowNumbers {
        static final byte SMALL = (byte) 200;

        @State int turns;

        @Step void next() {
            if (SMALL > 0) {
                while (true) turns++;
            }
        }

        @Terminate boolean isDone() { return turns++ > 50; }
    }
}
