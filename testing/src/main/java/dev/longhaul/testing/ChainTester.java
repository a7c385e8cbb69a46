package dev.longhaul.testing;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.testing.sim.Fault;
import dev.longhaul.testing.sim.FaultPlan;
import dev.longhaul.testing.sim.KillPoints;
import dev.longhaul.testing.sim.Tempo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs chains of a job in this process: with the product's own engine, in virtual time, so that a day's chain takes
 * milliseconds, and with every fault that AWS has. The same test runs the same way each time.
 *
 * <p>Virtual time passes between steps, and in a step at each look at {@code shouldYield()} or {@code
 * remainingMillis()}; a step that sleeps or waits for the real clock takes real time. Not thread-safe.
 *
 * @param <J> the job class
 */
public final class ChainTester<J> {

    private final LongRunningHandler<J> handler;
    private final List<Trouble> troubles = new ArrayList<>();
    private BiConsumer<? super J, KillPoints> prepare = (job, points) -> {};
    private String event = "null";
    private LongFunction<Duration> stepTime = step -> Duration.ofSeconds(1);
    private Duration unitTime = Duration.ofMillis(100);
    private Duration patience = Duration.ofMinutes(1);
    private Runnable beforeEach = () -> {};
    private Supplier<?> outcome = () -> "";

    private ChainTester(LongRunningHandler<J> handler) {
        this.handler = handler;
    }

    /** A tester of the job of a generated handler. */
    public static <J> ChainTester<J> of(LongRunningHandler<J> handler) {
        return new ChainTester<>(handler);
    }

    /** The start event, as JSON; {@code null} when this is not called. A named start is one too. */
    public ChainTester<J> event(String json) {
        event = json;
        return this;
    }

    /** Is given each new job object, before its state is restored: to put fakes of what it calls into its fields. */
    public ChainTester<J> prepare(Consumer<? super J> preparation) {
        return prepare((job, points) -> preparation.accept(job));
    }

    /** Is given each new job object, and the points at which a fake can let the job die in the middle of a step. */
    public ChainTester<J> prepare(BiConsumer<? super J, KillPoints> preparation) {
        prepare = preparation;
        return this;
    }

    /** How long a step takes in virtual time; a second when this is not called. */
    public ChainTester<J> stepTakes(Duration time) {
        return stepTakes(step -> time);
    }

    /** How long each step takes in virtual time, by its number. */
    public ChainTester<J> stepTakes(LongFunction<Duration> time) {
        stepTime = time;
        return this;
    }

    /**
     * How long the work takes between two looks at {@code shouldYield()} or {@code remainingMillis()}, in virtual time;
     * 100 ms when this is not called.
     */
    public ChainTester<J> unitTakes(Duration time) {
        unitTime = time;
        return this;
    }

    /** Lets something go wrong, besides what was asked for already. */
    public ChainTester<J> with(Trouble trouble) {
        troubles.add(trouble);
        return this;
    }

    /** Is called before each run: to empty what the fakes have collected. */
    public ChainTester<J> beforeEach(Runnable reset) {
        beforeEach = reset;
        return this;
    }

    /**
     * What must be the same at the end however often the job died, besides its status, result and state: what the fakes
     * have collected. It is compared by what its {@code toString} says at the end of each run.
     */
    public ChainTester<J> outcome(Supplier<?> collected) {
        outcome = collected;
        return this;
    }

    /** How long a run may take in real time before it counts as one that hangs; a minute when this is not called. */
    public ChainTester<J> patience(Duration time) {
        patience = time;
        return this;
    }

    /**
     * Runs a chain to its end.
     *
     * @throws AssertionError when it does not begin or does not end, with the account of what happened
     */
    public ChainRun<J> run() {
        return run(new TroublePlan(troubles)).run();
    }

    /**
     * Runs the chain once for every point at which it could die: before and after each step, each call of the store, each
     * invoke of the next hop, and each point that a fake has named. The end must be the same each time.
     *
     * @throws AssertionError when it is not, with the point and the account of what happened
     */
    public KillReport killAtEveryPoint() {
        Execution<J> calm = run(new TroublePlan(troubles));
        End expected = end(calm);
        int runs = 0;
        for (int number = 0; number < calm.points(); number++) {
            for (Fault death : List.of(new Fault.CrashBefore(), new Fault.CrashAfter())) {
                compare(expected, number, calm.points(), death);
                runs++;
            }
        }
        return new KillReport(calm.points(), runs);
    }

    private void compare(End expected, int number, int points, Fault death) {
        TroublePlan plan = new TroublePlan(troubles);
        Execution<J> killed = run(point -> {
            Fault trouble = plan.at(point);
            return point.number() == number ? death : trouble;
        });
        String difference = expected.differenceTo(end(killed));
        if (!difference.isEmpty()) {
            String when = death instanceof Fault.CrashBefore ? "before" : "after";
            throw new AssertionError("killed " + when + " point " + number + " of " + points
                    + ", the chain came to another end than undisturbed:\n" + difference + "What happened:\n"
                    + killed.run().account());
        }
    }

    private Execution<J> run(FaultPlan plan) {
        beforeEach.run();
        Tempo tempo = new Tempo(step -> stepTime.apply(step).toMillis(), unitTime.toMillis());
        Execution<J> execution = new Execution<>(handler, prepare, tempo, plan, patience);
        execution.run(event, troubles);
        return execution;
    }

    private End end(Execution<J> execution) {
        ChainRun<J> run = execution.run();
        return new End(run.status().name(), run.result(), run.state(), String.valueOf(outcome.get()));
    }

    /** What two runs are compared by. */
    private record End(
            String status,
            @Nullable String result,
            @Nullable String state,
            String outcome) {

        String differenceTo(End other) {
            return line("status", status, other.status)
                    + line("result", result, other.result)
                    + line("state", state, other.state)
                    + line("outcome", outcome, other.outcome);
        }

        private static String line(String what, @Nullable String expected, @Nullable String found) {
            return Objects.equals(expected, found) ? "" : "  " + what + " " + expected + " became " + found + "\n";
        }
    }
}
