package dev.longhaul.local;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.FunctionName;
import dev.longhaul.local.function.Lineage;
import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invoke.Functions;
import dev.longhaul.local.invoke.InvokeApi;
import dev.longhaul.local.invoke.InvokeTarget;
import dev.longhaul.local.invoke.TraceHeader;
import dev.longhaul.local.machine.Keeper;
import dev.longhaul.local.machine.Machine;
import dev.longhaul.local.machine.RuntimeFiles;
import dev.longhaul.local.machine.Starts;
import dev.longhaul.local.machine.TemporaryFolder;
import dev.longhaul.local.process.Concurrency;
import dev.longhaul.local.process.EnvironmentStatus;
import dev.longhaul.local.process.FunctionHost;
import dev.longhaul.local.queue.EventFolder;
import dev.longhaul.local.queue.EventQueue;
import dev.longhaul.local.queue.KeptEvents;
import dev.longhaul.local.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * AWS Lambda on this machine: functions run in their own JVM under AWS's runtime client, and the AWS SDK and the AWS CLI
 * invoke them at {@link #endpoint()}. Everything lives until {@link #close()}, or until this JVM ends. Thread-safe.
 */
public final class LocalLambda implements AutoCloseable {

    private static final long IDLE_LOOKS = 4;

    private final LocalOptions options;
    private final Clock clock = Clock.systemUTC();
    private final FailedEvents failedEvents = new FailedEvents();
    private final FailureQueues failureQueues;
    private final QueueSources queueSources;
    private final Functions functions;
    private final Machine machine;
    private final Concurrency concurrency;
    private final TemporaryFolder folder;
    private final Keeper keeper;
    private final Server server;
    private final Threads threads = new Threads();
    private final List<FunctionHost> hosts = new CopyOnWriteArrayList<>();
    private final List<EventQueue> queues = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread shutdownHook = new Thread(this::close, "longhaul-local-shutdown");

    private LocalLambda(
            LocalOptions options, TemporaryFolder folder, RuntimeFiles files, Keeper keeper, Server server) {
        this.options = options;
        this.folder = folder;
        this.keeper = keeper;
        this.server = server;
        this.functions =
                new Functions(options.account().region(), options.account().id());
        this.concurrency = Concurrency.ofAccount(options.account().concurrency());
        this.failureQueues = new FailureQueues(options.account().region(), QueueSources::tell);
        this.queueSources = new QueueSources(options.account(), threads.pool());
        InvocationListener listener =
                failedEvents.and(new GuardedListener(options.listener())).and(failureQueues);
        this.machine = new Machine(
                new Machine.Api(new RuntimeApi(), server.address()),
                folder.path(),
                new Machine.Processes(files, Starts.ofThisMachine(), options.idleTime(), keeper),
                options.account().region(),
                clock,
                listener);
    }

    /**
     * Starts a local Lambda without functions.
     *
     * @throws IOException where the port is taken, or the runtime client cannot be unpacked
     */
    public static LocalLambda start(LocalOptions options) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("longhaul-local-");
        try {
            RuntimeFiles files = RuntimeFiles.unpack(options.runtimeClient(), folder.path());
            Server server = Server.bind(options.port());
            LocalLambda lambda = new LocalLambda(options, folder, files, Keeper.of(folder.path()), server);
            lambda.begin();
            return lambda;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private void begin() {
        server.serve(machine.api().runtime(), new InvokeApi(functions, clock), threads.pool());
        threads.repeat(options.idleTime().dividedBy(IDLE_LOOKS), () -> hosts.forEach(FunctionHost::endIdle));
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** What to set as {@code AWS_ENDPOINT_URL_LAMBDA}, or as an SDK client's endpoint. */
    public URI endpoint() {
        return URI.create("http://" + server.address());
    }

    /**
     * Makes a function; its first process starts with its first invocation, which may be of an event that an earlier local Lambda
     * has left in the folder for events.
     *
     * @throws IllegalArgumentException where there is one of its name
     * @throws IllegalStateException when an event there can't be read; it names the file
     */
    public void create(FunctionConfig function) {
        failureQueues.add(function);
        FunctionHost host = new FunctionHost(function, machine, Concurrency.of(function, concurrency));
        EventQueue queue =
                new EventQueue(function, host, threads, clock, options.delays(), machine.listener(), kept(function));
        functions.add(new InvokeTarget(function, host, queue::add));
        hosts.add(host);
        queues.add(queue);
        queue.goOn();
        queueSources.add(function, event -> invoke(function.name(), event));
    }

    private KeptEvents kept(FunctionConfig function) {
        return options.events()
                .<KeptEvents>map(folder -> new EventFolder(function, folder.resolve(function.name())))
                .orElse(KeptEvents.NONE);
    }

    /**
     * Deploys another version of a function. What runs ends on the version that it began on; every later invocation, also
     * of an event that waits already, runs on this one, in a process of its own.
     *
     * @throws IllegalArgumentException when there is no function of that name, or when its reserved concurrency, its retries
     *     or its event age would change
     */
    public void update(FunctionConfig function) {
        InvokeTarget target = target(name(function.name()));
        FunctionConfig before = target.config();
        if (!before.limits().reservedConcurrency().equals(function.limits().reservedConcurrency())
                || !before.events().equals(function.events())) {
            throw new IllegalArgumentException(
                    "the update of function " + function.name()
                            + " changes its reserved concurrency, its retries or its event age: keep them, or create another function");
        }
        functions.replace(new InvokeTarget(function, target.invoker(), target.queue()));
        hosts.stream().filter(host -> host.name().equals(function.name())).forEach(host -> host.update(function));
    }

    /**
     * Invokes a function and waits for its end.
     *
     * @param function name or ARN
     * @param payload JSON
     */
    public InvocationResult invoke(String function, Payload payload) throws InterruptedException {
        FunctionName name = name(function);
        return target(name).invoker().invoke(invocation(name, payload));
    }

    /**
     * Queues an event for a function.
     *
     * @param function name or ARN
     * @param payload JSON
     * @return the request id, the same for all attempts
     */
    public String send(String function, Payload payload) {
        FunctionName name = name(function);
        Invocation invocation = invocation(name, payload);
        target(name).queue().accept(invocation);
        return invocation.requestId();
    }

    /**
     * Delivers an event of the queue once more, as Lambda may: with the same request id, and whether or not it was run.
     *
     * @throws IllegalArgumentException when there is no such function any more
     */
    public void deliverAgain(Invocation event) {
        target(name(event.functionArn())).queue().accept(event);
    }

    /**
     * Refuses all invocations of a function, as where too many run already, until it is told otherwise. Events wait in the
     * queue meanwhile, and what runs goes on.
     *
     * @throws IllegalArgumentException when there is no function of that name
     */
    public void throttle(String function, boolean on) {
        host(function).throttle(on);
    }

    /**
     * Whether all invocations of a function are refused.
     *
     * @throws IllegalArgumentException when there is no function of that name
     */
    public boolean isThrottled(String function) {
        return host(function).isThrottled();
    }

    private FunctionHost host(String function) {
        FunctionName name = name(function);
        return hosts.stream()
                .filter(host -> host.name().equals(name.name()))
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    /** All living execution environments; their processes may be killed, as a crash. */
    public List<EnvironmentStatus> environments() {
        return hosts.stream().flatMap(host -> host.environments().stream()).toList();
    }

    /** Lets idle processes, which are frozen, run until they are frozen again: for a tool that is to be attached to one. */
    public void thaw() {
        hosts.forEach(FunctionHost::thaw);
    }

    /** How many asynchronous events wait or run. */
    public int pendingEvents() {
        return queues.stream().mapToInt(EventQueue::size).sum();
    }

    /** The newest 1,000 asynchronous events that were given up, oldest first; the listener is told of all. */
    public List<FailedEvent> failedEvents() {
        return failedEvents.list();
    }

    private static FunctionName name(String function) {
        return FunctionName.parse(function)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + function + "\" is neither a function's name nor an ARN of one"));
    }

    private InvokeTarget target(FunctionName name) {
        return functions.find(name).orElseThrow(() -> missing(name));
    }

    private IllegalArgumentException missing(FunctionName name) {
        return new IllegalArgumentException("there is no function " + functions.arn(name) + ": create it first");
    }

    private Invocation invocation(FunctionName name, Payload payload) {
        UUID requestId = UUID.randomUUID();
        return new Invocation(
                name.name(),
                functions.arn(name),
                requestId.toString(),
                1,
                payload,
                new Invocation.Headers(
                        Lineage.pass(TraceHeader.create(clock.instant().getEpochSecond(), requestId), name.name()),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Gives up the events that wait and have no folder, kills all processes, and deletes all files. Later calls do nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (Thread.currentThread() != shutdownHook) {
            removeShutdownHook();
        }
        queueSources.stop();
        queues.forEach(EventQueue::close);
        hosts.forEach(FunctionHost::close);
        // What ran sees its process end, tells the listener, and lets go of its files.
        threads.close();
        failureQueues.close();
        queueSources.close();
        server.close();
        try {
            keeper.close();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder.path(), e);
        }
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs at the same time, and finds that there is nothing left to do.
        }
    }
}
