package dev.longhaul.benchmarks.run;

import dev.longhaul.benchmarks.compile.ClassPath;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the engine adds to a step that counts, beside a loop that makes the same two virtual calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {

    private static final int STEPS = 1_000_000;
    private static final String EVENT = "{\"to\":" + STEPS + ",\"ballast\":0}";

    private final LongRunningHandler<?> fixed = new Jobs_StepsHandler();
    private final LongRunningHandler<?> adaptive = new Jobs_AdaptiveStepsHandler();
    private final BareJob[] bare = {new BareSteps(), new BareSteps2()};
    private int turn;

    /** Runs it, with the bytes that are allocated. */
    public static void run() throws Exception {
        // The forks take theirs from here, and Maven runs this in a class loader of its own.
        System.setProperty("java.class.path", ClassPath.current().asArgument());
        new Runner(new OptionsBuilder()
                        .include(StepBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    /** The floor. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int bareCalls() {
        BareJob job = bare[turn++ & 1];
        job.begin(STEPS);
        while (!job.isDone()) {
            job.step();
        }
        return job.count;
    }

    /** A chain of one hop, in memory. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Answer longhaul() throws Exception {
        return Engines.of(fixed.jobs(), new MemoryStore()).run(EVENT, Engines.invocation());
    }

    /** The same where the threshold follows the time of the steps. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Answer longhaulAdaptive() throws Exception {
        return Engines.of(adaptive.jobs(), new MemoryStore()).run(EVENT, Engines.invocation());
    }

    private abstract static class BareJob {

        int count;
        int to;

        void begin(int steps) {
            count = 0;
            to = steps;
        }

        abstract void step();

        abstract boolean isDone();
    }

    private static final class BareSteps extends BareJob {

        @Override
        void step() {
            count++;
        }

        @Override
        boolean isDone() {
            return count >= to;
        }
    }

    private static final class BareSteps2 extends BareJob {

        @Override
        void step() {
            count += 1;
        }

        @Override
        boolean isDone() {
            return to <= count;
        }
    }
}
