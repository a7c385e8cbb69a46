package dev.longhaul.console;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.console.lab.Journal;
import dev.longhaul.console.lab.LocalLab;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A local Lambda with a job in it, and a console of its chains. */
final class Stage implements AutoCloseable {

    static final String JOB = "Tally";
    private static final String PARENT = "Family";

    private static final long LOOK_NANOS = 20_000_000;

    private final LocalLambda lambda;
    private final ChainClient client;
    private final Console console;
    private final ScheduledExecutorService sweeps = Executors.newSingleThreadScheduledExecutor();

    private Stage(LocalLambda lambda, ChainClient client, Console console) {
        this.lambda = lambda;
        this.client = client;
        this.console = console;
        // On a machine that is busy a hop may be lost, as anywhere.
        Future<?> unused = sweeps.scheduleWithFixedDelay(client::sweep, 10, 10, TimeUnit.SECONDS);
    }

    static Stage set(Path folder) throws IOException {
        String store = folder.toUri().toString();
        Journal journal = new Journal();
        LocalLambda lambda = LocalLambda.start(LocalOptions.defaults()
                .withDelays(delay -> delay.dividedBy(100))
                .withListener(journal));
        lambda.create(function(JOB, TallyHandler.class, store));
        lambda.create(function(PARENT, FamilyHandler.class, store));
        ChainClient client = ChainClient.of(
                store,
                Map.of(
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_ENDPOINT_URL_LAMBDA", lambda.endpoint().toString()));
        Console console = Console.start(
                ConsoleOptions.of(client, List.of(JOB, PARENT), "a test").withLab(new LocalLab(lambda, journal)));
        return new Stage(lambda, client, console);
    }

    private static FunctionConfig function(String name, Class<?> handler, String store) {
        return FunctionConfig.builder(name, handler.getName())
                .allowLoops()
                .classPath(CallerClassPath.of(Stage.class))
                .timeout(Duration.ofSeconds(15))
                .memoryMegabytes(256)
                .environment(Map.of("LONGHAUL_STORE", store))
                .build();
    }

    /** With the token. */
    String address() {
        return console.address().toString();
    }

    /** Without it, and without a slash at its end. */
    String origin() {
        return "http://" + console.address().getAuthority();
    }

    String token() {
        return address().substring(address().indexOf('=') + 1);
    }

    /** Starts a chain, which has begun when this returns. */
    ChainHandle begun(String name, int to, String word) {
        ChainHandle chain = client.start(JOB, name, "{\"to\":" + to + ",\"word\":\"" + word + "\"}");
        await(() -> chain.find().isPresent());
        return chain;
    }

    /** Starts a chain that starts two others, which has begun when this returns. */
    void family(String name) {
        ChainHandle chain = client.start(PARENT, name, "{}");
        await(() -> chain.find().isPresent());
    }

    ChainHandle chain(String name) {
        return client.chain(JOB, name);
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        sweeps.shutdownNow();
        console.close();
        client.close();
        lambda.close();
    }
}
