package dev.longhaul.testing;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.testing.sim.FaultPlan;
import dev.longhaul.testing.sim.KillPoints;
import dev.longhaul.testing.sim.Tempo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs chains of a job in this process: with the product's own engine, in virtual time, so that a day's chain takes
 * milliseconds, and with every fault that AWS has. The same test runs the same way each time.
 *
 * <p>Virtual time passes between steps, and in a step at each look at {@code shouldYield()}, {@code remainingMillis()} or
 * {@code now()}; a step that sleeps or waits for the real clock takes real time. Not thread-safe.
 *
 * @param <J> the job class
 */
public final class ChainTester<J> {

    private final LongRunningHandler<J> handler;
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<LaterSignal> signals = new ArrayList<>();
    private final List<JobUnderTest<?>> children = new ArrayList<>();
    private BiConsumer<? super J, KillPoints> prepare = (job, points) -> {};
    private Beginning beginning = new Beginning.Event("null");
    private LongFunction<Duration> stepTime = step -> Duration.ofSeconds(1);
    private Duration unitTime = Duration.ofMillis(100);
    private Duration patience = Duration.ofMinutes(1);
    private Runnable beforeEach = () -> {};
    private Consumer<? super ChainRun<J>> afterEach = run -> {};
    private @Nullable String storeUri;
    private Supplier<?> outcome = () -> "";
    private final Set<String> ignored = new LinkedHashSet<>();
    private ChainEnd expected = ChainEnd.COMPLETED;

    private ChainTester(LongRunningHandler<J> handler) {
        this.handler = handler;
    }

    /** A tester of the job of a generated handler. */
    public static <J> ChainTester<J> of(LongRunningHandler<J> handler) {
        return new ChainTester<>(handler);
    }

    /** The start event, as JSON; {@code null} when this is not called. A named start is one too. */
    public ChainTester<J> event(String json) {
        beginning = new Beginning.Event(json);
        return this;
    }

    /**
     * Begins with a checkpoint instead of a start event: that of a chain in production, or of an earlier version. A chain that
     * runs or waits is taken over when its lease is over, one that FAILED or was STOPPED is resumed. The record stays as it is.
     *
     * @param chain the record, as {@code ChainJson.read} makes it of a document, or {@code CheckpointStore.read} has it
     * @throws IllegalArgumentException when it is another job's, or the chain is COMPLETED
     */
    public ChainTester<J> from(ChainRecord chain) {
        if (!chain.job().equals(handler.options().name())) {
            throw new IllegalArgumentException("the chain " + chain.chainId() + " is of the job " + chain.job()
                    + ", and the handler's is " + handler.options().name() + ".");
        }
        if (chain.status() == ChainStatus.COMPLETED) {
            throw new IllegalArgumentException(
                    "the chain " + chain.chainId() + " is COMPLETED: nothing of it is left to run.");
        }
        beginning = new Beginning.Checkpoint(chain);
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
     * How long the work takes between two looks at {@code shouldYield()}, {@code remainingMillis()} or {@code now()}, in
     * virtual time; 100 ms when this is not called.
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

    /**
     * Sends the chain a signal, so long after its start in virtual time. Each call sends another one.
     *
     * @param name which {@code @OnSignal} method takes it
     * @param payload its content, as JSON
     */
    public ChainTester<J> signal(String name, String payload, Duration after) {
        signals.add(new LaterSignal(name, "signal " + signals.size(), payload, after));
        return this;
    }

    /** The job of children that the chain starts: they run in the same virtual time. */
    public ChainTester<J> child(LongRunningHandler<?> job) {
        return child(job, child -> {});
    }

    /** The same, with what is given each new job object of theirs. */
    public <C> ChainTester<J> child(LongRunningHandler<C> job, Consumer<? super C> preparation) {
        return child(job, (child, points) -> preparation.accept(child));
    }

    /** The same, with the points at which a fake can let that child die in the middle of a step. */
    public <C> ChainTester<J> child(LongRunningHandler<C> job, BiConsumer<? super C, KillPoints> preparation) {
        children.add(new JobUnderTest<>(job, preparation));
        return this;
    }

    /** Is called before each run: to empty what the fakes have collected. */
    public ChainTester<J> beforeEach(Runnable reset) {
        beforeEach = reset;
        return this;
    }

    /** Is called after each run: to assert what must hold at its end, whichever end that is. */
    public ChainTester<J> afterEach(Consumer<? super ChainRun<J>> check) {
        afterEach = check;
        return this;
    }

    /**
     * Keeps the chains' records in a real store, for jobs that write them in a transaction of their own by {@code
     * JobContext.checkpoint(Connection)}; when this is not called, they are in this process's memory.
     *
     * <p>Each run has records of its own there, and they stay: use a database of the test's. Time is virtual all the same.
     *
     * @param uri what would stand in {@code LONGHAUL_STORE}, as {@code jdbc:postgresql://...}, of a store on the class path
     */
    public ChainTester<J> store(String uri) {
        storeUri = uri;
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

    /**
     * Leaves fields of the state out of what must be the same at the end: those that hold the time of the work, which is
     * another one where a step is done again.
     *
     * @param fields their names, each a {@code @State} field
     */
    public ChainTester<J> ignoring(String... fields) {
        ignored.addAll(List.of(fields));
        return this;
    }

    /**
     * Lets {@link #killAtEveryPoint} expect a chain that fails, instead of one that completes.
     *
     * @param exception the class of what a step throws in the end
     */
    public ChainTester<J> expectFailed(Class<? extends Throwable> exception) {
        expected = ChainEnd.failed(exception);
        return this;
    }

    /**
     * Lets {@link #killAtEveryPoint} expect a chain that is stopped, instead of one that completes.
     *
     * @param kind what stops it: {@code StopRequested}, or a bound such as {@code MaxHops}
     */
    public ChainTester<J> expectStopped(String kind) {
        expected = ChainEnd.stopped(kind);
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
     * @throws AssertionError when it does not begin or does not end, with the transcript of what happened
     */
    public ChainRun<J> run() {
        try (RunStores stores = new RunStores(storeUri)) {
            return run(stores, new TroublePlan(troubles), Way.AS_IT_IS).run();
        }
    }

    /**
     * Kills the job at every point at which it could die, one death a run: before and after each step, each call of the
     * store, each invoke of the next hop, and each point that a fake has named. That is done with the chain as it is, with a
     * checkpoint after every step, and with a handoff after every step. The end must be the same each time: COMPLETED, or
     * what {@link #expectFailed} or {@link #expectStopped} has named; and so must the outcome and, of a chain that
     * completed, its result and its state.
     *
     * @throws AssertionError when it is not, with the point and the transcript of what happened
     */
    public KillReport killAtEveryPoint() {
        try (RunStores stores = new RunStores(storeUri)) {
            return new EveryPoint<>(
                            () -> new TroublePlan(troubles), (plan, way) -> run(stores, plan, way), this::comparison)
                    .kill(expected);
        }
    }

    private Execution<J> run(RunStores stores, FaultPlan plan, Way way) {
        beforeEach.run();
        Tempo tempo = new Tempo(step -> stepTime.apply(step).toMillis(), unitTime.toMillis(), way.seam());
        Execution<J> execution = new Execution<>(
                new JobUnderTest<>(handler, prepare), children, stores.next(), tempo, way.options(), plan, patience);
        execution.run(beginning, troubles, signals);
        afterEach.accept(execution.run());
        return execution;
    }

    private Comparison comparison(ChainRun<J> run) {
        return Comparison.of(run, ignored, outcome.get());
    }
}
