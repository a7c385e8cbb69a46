package dev.longhaul.example.demo.stage;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.console.Console;
import dev.longhaul.console.ConsoleOptions;
import dev.longhaul.console.lab.Journal;
import dev.longhaul.console.lab.LocalLab;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.SweeperHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A local Lambda with the function of a job and the sweeper in it, and one chain of that job, seen from outside: here, and in a
 * web console.
 */
public final class Stage implements AutoCloseable {

    /** The name of the chain. */
    public static final String CHAIN = "demo";

    private static final String SWEEPER = "Sweeper";
    /** Lambda waits a minute and then two before it tries again; the demos a second and then two. */
    private static final int FASTER = 60;

    private static final int LOOK_MILLIS = 100;

    private final JobOptions job;
    private final LocalLambda lambda;
    private final FunctionWatch watch;
    private final ChainClient chains;
    private final ChainHandle chain;
    private final Console console;

    private Stage(JobOptions job, LocalLambda lambda, FunctionWatch watch, ChainClient chains, Console console) {
        this.job = job;
        this.lambda = lambda;
        this.watch = watch;
        this.chains = chains;
        this.chain = chains.chain(job.name(), CHAIN);
        this.console = console;
    }

    /**
     * Starts the Lambda and the console.
     *
     * @param handler the job's, for its name and options; it runs in the functions' own processes
     * @param environment of the function: {@code LONGHAUL_STORE} and what the job needs
     */
    public static Stage open(LongRunningHandler<?> handler, Map<String, String> environment) throws IOException {
        String job = handler.options().name();
        FunctionWatch watch = new FunctionWatch(job);
        Journal journal = new Journal();
        LocalLambda lambda = LocalLambda.start(LocalOptions.defaults()
                .withDelays(delay -> delay.dividedBy(FASTER))
                .withListener(watch.and(journal)));
        lambda.create(function(handler, environment));
        lambda.create(FunctionConfig.builder(SWEEPER, SweeperHandler.class.getName())
                .classPath(CallerClassPath.of(Stage.class))
                .timeout(Duration.ofSeconds(30))
                .memoryMegabytes(256)
                .environment(environment)
                .build());
        ChainClient chains = ChainClient.of(
                Objects.requireNonNull(environment.get(CheckpointStores.VARIABLE)),
                Map.of(
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_ENDPOINT_URL_LAMBDA", lambda.endpoint().toString()));
        Console console =
                Console.start(ConsoleOptions.of(chains, List.of(job), "a demo").withLab(new LocalLab(lambda, journal)));
        return new Stage(handler.options(), lambda, watch, chains, console);
    }

    /** The function of a job. */
    public static FunctionConfig function(LongRunningHandler<?> handler, Map<String, String> environment) {
        JobOptions job = handler.options();
        return FunctionConfig.builder(job.name(), handler.getClass().getName())
                .allowLoops()
                .classPath(CallerClassPath.of(Stage.class))
                .timeout(Duration.ofMillis(job.timing().timeoutMillis()))
                .memoryMegabytes(job.price().memoryMegabytes())
                .environment(environment)
                .build();
    }

    /** What the Lambda is, as the demos say it. */
    public String description() {
        return "local, " + lambda.endpoint() + ", timeout " + job.timing().timeoutMillis() / 1_000 + " s, safe "
                + job.timing().safeMillis() + " ms, tick " + job.timing().tickMillis() + " ms";
    }

    /** What to open in a browser, to see the chain there. */
    public String console() {
        return console.address().toString();
    }

    /** Starts the chain. */
    public void start(String input) {
        chains.start(job.name(), CHAIN, input);
    }

    /** The chain. */
    public ChainHandle chain() {
        return chain;
    }

    /** The chain's record; empty while there is none, and while the store is away. */
    public Optional<ChainRecord> record() {
        try {
            return chain.find();
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    /** What the function does. */
    public FunctionWatch watch() {
        return watch;
    }

    /** Runs the sweeper once. */
    public void sweep() throws InterruptedException {
        lambda.invoke(SWEEPER, Payload.of("{}"));
    }

    /** Whether nothing runs of the function, and nothing is on its way to it. */
    public boolean isIdle() {
        return lambda.pendingEvents() == 0;
    }

    /** What was billed, at the function's price. */
    public double costUsd() {
        return job.price().usd(watch.billedMillis(), watch.invocations());
    }

    /**
     * Watches the chain to its end: kills the function's process, sends what waits longer than the sweeper would be waited
     * for here, and shows each invocation.
     *
     * @param kills how often the function's process is to be killed
     * @param look is given the chain's record ten times a second
     * @throws IllegalStateException when the chain was never started; it says what Lambda gave up
     */
    public ChainRecord toEnd(int kills, Screen screen, Consumer<ChainRecord> look) throws InterruptedException {
        Killer killer = new Killer(kills, System.currentTimeMillis());
        while (!hasEnded()) {
            watch.running()
                    .filter(running -> killer.strike(running, System.currentTimeMillis()))
                    .ifPresent(running -> screen.line("  SIGKILL  the function's process " + running.pid()));
            if (record().map(now -> now.leaseUntil() < System.currentTimeMillis())
                    .orElse(false)) {
                sweep();
            }
            show(screen);
            record().ifPresent(look);
            Thread.sleep(LOOK_MILLIS);
        }
        show(screen);
        return record().orElseThrow(() -> new IllegalStateException(
                "the chain was never started: " + watch.givenUp().orElse("")));
    }

    private boolean hasEnded() {
        // The record may be terminal while the invocation still writes its REPORT line.
        boolean terminal = record().map(now -> now.status().terminal()).orElse(false);
        boolean neverBegan = watch.givenUp().isPresent() && record().isEmpty();
        return (terminal || neverBegan) && isIdle();
    }

    /** Shows what has happened since this was last called. */
    public void show(Screen screen) {
        record().ifPresent(now -> {
            for (Report report : watch.takeReports()) {
                screen.invocation(report, now);
            }
            if (!now.status().terminal()) {
                screen.progress(now);
            }
        });
    }

    @Override
    public void close() {
        console.close();
        chains.close();
        lambda.close();
    }
}
