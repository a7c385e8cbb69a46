package dev.longhaul.benchmarks.run;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Jobs that do next to nothing, so that what they cost is what Longhaul costs. */
final class Jobs {

    private Jobs() {}

    /** How far to count, and the characters of the state meanwhile. */
    record Range(int to, int ballast) {}

    /** A step counts. */
    abstract static class Counting {

        @State
        int count;

        @State
        int to;

        @OnStart
        void begin(Range range) {
            to = range.to();
        }

        @Step
        void step() {
            count++;
        }

        @Terminate
        boolean done() {
            return count >= to;
        }
    }

    /** A job with a fixed threshold. */
    @LongRunning(safeMillis = 60_000, tickMillis = 10_000)
    static class Steps extends Counting {}

    /** A job whose threshold follows the time that its steps take. */
    @LongRunning(safeMillis = 60_000, tickMillis = 10_000, adaptive = true)
    static class AdaptiveSteps extends Counting {}

    /** A step makes a checkpoint, which somebody times. */
    @LongRunning(safeMillis = 60_000, tickMillis = 10_000)
    static class Checkpoints {

        /** Calls the checkpoint, once. */
        interface Timer {
            void time(Runnable checkpoint);
        }

        @State
        int count;

        @State
        int to;

        @State
        String ballast = "";

        private Timer timer = Runnable::run;

        void timedBy(Timer each) {
            timer = each;
        }

        @OnStart
        void begin(Range range) {
            to = range.to();
            ballast = "x".repeat(range.ballast());
        }

        @Step
        void step(JobContext job) {
            count++;
            timer.time(job::checkpoint);
        }

        @Terminate
        boolean done() {
            return count >= to;
        }
    }

    /** Its only step tells when it comes. */
    @LongRunning(safeMillis = 60_000, tickMillis = 10_000)
    static class FirstStep {

        @State
        boolean done;

        @Step
        void step() {
            ColdStart.step();
            done = true;
        }

        @Terminate
        boolean done() {
            return done;
        }
    }
}
