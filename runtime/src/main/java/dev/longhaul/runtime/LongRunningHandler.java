package dev.longhaul.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.HopControl;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Job;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.queue.Messages;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.text.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda entry point of a job. The processor writes a subclass for each job, which says how to call its members;
 * everything else is here and below. Thread-safe: nothing of an invocation lives in the handler.
 *
 * <p>In a Lambda function the environment variables are read when the handler is made, so that a wrong one ends the
 * init phase with its message; elsewhere at the first event. The job's resources are made when the handler is made, wherever
 * that is. Where an environment has an end of its own, as in a test or in a container, close the handler there.
 *
 * @param <J> the job class
 */
public abstract class LongRunningHandler<J> implements RequestStreamHandler, AutoCloseable {

    private final JobOptions options;
    private final JobResources<?> resources;
    private volatile @Nullable Engine engine;
    private volatile @Nullable Messages messages;
    /** Held here, since its caller holds it weakly; null where no snapshot is taken. */
    @SuppressWarnings("unused")
    private @Nullable Object snapshot;

    /**
     * Makes the handler of a job that takes no resources.
     *
     * @throws IllegalArgumentException in a Lambda function, when an environment variable is missing or wrong
     */
    protected LongRunningHandler(JobOptions options) {
        this(options, JobResources.none());
    }

    /**
     * Makes the handler of a job, and its resources.
     *
     * @throws IllegalArgumentException when an environment variable is missing or wrong: in a Lambda function, or where the
     *     resources are made from it
     * @throws IllegalStateException when the resources can't be made, with the cause
     */
    protected LongRunningHandler(JobOptions options, JobResources<?> resources) {
        this.options = options;
        this.resources = resources;
        boolean function = System.getenv("AWS_LAMBDA_RUNTIME_API") != null;
        // Before the resources: what is wrong with the function itself is told first.
        if (function || resources.areMade()) {
            Startup.requireVariables(options, System.getenv());
        }
        if (function) {
            Surroundings surroundings = begin();
            if (Startup.takesSnapshot(System.getenv())) {
                snapshot = Snapshot.register(options.name(), surroundings, this::begin);
            }
        }
        resources.make(options.name());
    }

    /** A new job object. */
    protected abstract J create() throws Exception;

    /** Puts its {@code @Children} fields into a new job object, where it has some. */
    protected void bindChildren(J job, ChildFields fields) {}

    /** Reads a start event as the type that the {@code @OnStart} method takes, where it takes one. */
    protected void checkEvent(StateReader event) throws IOException {}

    /** Calls the {@code @OnStart} method, where there is one, with what it takes of the start event. */
    protected void onStart(J job, StateReader event, JobContext context) throws Exception {}

    /**
     * Reads a signal as the type that its {@code @OnSignal} method takes.
     *
     * @throws IllegalArgumentException when the job has no such method
     */
    protected void checkSignal(String name, StateReader signal) throws IOException {
        throw unknownSignal(name);
    }

    /** Calls the {@code @OnSignal} method of that name with what it takes of the signal. */
    protected void onSignal(J job, String name, StateReader signal, JobContext context) throws Exception {
        throw unknownSignal(name);
    }

    /**
     * For a signal that the job has no method for.
     *
     * @param known the signals that it takes
     */
    protected final IllegalArgumentException unknownSignal(String name, String... known) {
        return new IllegalArgumentException("the job " + options.name() + " has no @OnSignal(\"" + ShownText.of(name)
                + "\")"
                + (known.length == 0 ? "; it takes no signals" : ", but of " + String.join(", ", known)));
    }

    /** Calls the {@code @Step} method. */
    protected abstract void step(J job, JobContext context) throws Exception;

    /** Calls the {@code @Terminate} methods: whether any answers true. */
    protected abstract boolean isDone(J job, JobContext context) throws Exception;

    /** Calls the {@code @OnComplete} method, where there is one, and writes what it returns. */
    protected void onComplete(J job, StateWriter result, JobContext context) throws Exception {
        result.nothing();
    }

    /** Calls the {@code @OnFailure} method, where there is one. */
    protected void onFailure(J job, Throwable failure, JobContext context) throws Exception {}

    /** Whether a step that threw this is worth another try: not where {@code @Retry(notOn = ...)} names it. */
    protected boolean mayRetry(Throwable failure) {
        return true;
    }

    /** Writes the {@code @State} fields as one object. */
    protected abstract void writeState(J job, StateWriter out) throws IOException;

    /** Reads the {@code @State} fields from one object; a field that is not in it keeps its value. */
    protected abstract void readState(J job, StateReader in) throws IOException;

    /** What {@code @LongRunning} says of the job. */
    public final JobOptions options() {
        return options;
    }

    /** The job as the engine sees it, for those who run it elsewhere than in Lambda. */
    @SuppressWarnings("exports") // Who runs it elsewhere sees the engine.
    public final JobFactory jobs() {
        return new Jobs(job -> {});
    }

    /**
     * The job as the engine sees it, for tests.
     *
     * @param prepare is given each new job object, before its state is restored: to put fakes into its fields
     */
    @SuppressWarnings("exports") // Who simulates sees the engine.
    public final JobFactory jobs(Consumer<? super J> prepare) {
        return new Jobs(prepare);
    }

    /**
     * A job object with a saved state, for those who look into it.
     *
     * @throws IOException when the state can't be read
     */
    public final J restored(StateReader state) throws Exception {
        J job = create();
        bindChildren(job, ChildFields.ofNoHop());
        readState(job, state);
        return job;
    }

    /** Runs one hop of a chain: {@code event} is a start event or a continuation. */
    @Override
    public final void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        String document = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        Invocation invocation = new Invocation(
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                context::getRemainingTimeInMillis,
                context.getXrayTraceId(),
                context.getTenantId());
        answer.write(run(document, invocation).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Closes the resources that the handler has made; those that it was given are their giver's. Call it when no hop runs any
     * more. Closing twice is closing once.
     *
     * @throws IllegalStateException when the resources can't be closed, with the cause
     */
    @Override
    public final void close() {
        resources.close(options.name());
    }

    private String run(String document, Invocation invocation) throws IOException {
        try {
            Messages queue = messages;
            return queue == null ? engine().run(document, invocation).json() : queue.run(document, invocation);
        } catch (RuntimeException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Leaves the resources open until this handler is closed, also while the virtual machine ends. */
    final void leaveResourcesToOwner() {
        resources.leaveToOwner();
    }

    /** Looks, outside of a function, whether the environment has what the job needs. */
    final void requireVariables() {
        if (!resources.areGiven()) {
            Startup.requireVariables(options, System.getenv());
        }
    }

    /** Refuses, outside of a function, a job whose chains start others: there are no functions for these. */
    final void requireNoChildren() throws Exception {
        J job = create();
        if (ChildFields.areBound(fields -> bindChildren(job, fields))) {
            throw new IllegalArgumentException("the job " + options.name()
                    + " has @Children, and a process has no functions that could run them. Run it as a Lambda function, or on"
                    + " a Lambda on this machine, as longhaul run does.");
        }
    }

    private synchronized Engine engine() {
        Engine made = engine;
        if (made == null) {
            requireVariables();
            made = new Engine(jobs(), Startup.surroundings(System.getenv()));
            engine = made;
        }
        return made;
    }

    /** Makes what a function works with: when it starts, and behind a snapshot of it. */
    private Surroundings begin() {
        Surroundings surroundings = Startup.surroundings(System.getenv());
        Engine made = new Engine(jobs(), surroundings);
        engine = made;
        if (Startup.takesMessages(System.getenv())) {
            messages = new Messages(made, jobs(), new SelfInvoke(System.getenv()), surroundings.log());
        }
        return surroundings;
    }

    private final class Jobs implements JobFactory {

        private final Consumer<? super J> prepare;

        Jobs(Consumer<? super J> prepare) {
            this.prepare = prepare;
        }

        @Override
        public JobOptions options() {
            return options;
        }

        @Override
        public void checkEvent(StateReader event) throws IOException {
            try {
                LongRunningHandler.this.checkEvent(event);
            } catch (RuntimeException e) {
                throw event.failure("its class refuses it", e);
            }
        }

        @Override
        public void checkSignal(String name, StateReader payload) throws IOException {
            LongRunningHandler.this.checkSignal(name, payload);
        }

        @Override
        public @Nullable Duration retryDelay(Throwable failure) {
            return failure instanceof RetryLaterException later ? later.delay() : null;
        }

        @Override
        public boolean mayRetry(Throwable failure) {
            return LongRunningHandler.this.mayRetry(failure);
        }

        @Override
        public Job create(HopControl hop) throws Exception {
            J job = LongRunningHandler.this.create();
            bindChildren(job, new ChildFields(hop::family));
            prepare.accept(job);
            return new HandledJob<>(LongRunningHandler.this, job, new HopContext(hop));
        }
    }
}
