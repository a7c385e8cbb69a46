package dev.longhaul.testing.budget;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;

/** Jobs that count, and do no more, so that what they cost is what Longhaul costs. */
final class Tally {

    private Tally() {}

    /** How far to count, and how large the state is meanwhile. */
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

    /** A step makes a checkpoint of a state of a size. */
    @LongRunning(safeMillis = 60_000, tickMillis = 10_000)
    static class Checkpoints {

        @State
        int count;

        @State
        int to;

        @State
        String ballast = "";

        @OnStart
        void begin(Range range) {
            to = range.to();
            ballast = "x".repeat(range.ballast());
        }

        @Step
        void step(JobContext job) {
            count++;
            job.checkpoint();
        }

        @Terminate
        boolean done() {
            return count >= to;
        }
    }
}
