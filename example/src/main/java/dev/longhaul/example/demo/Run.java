package dev.longhaul.example.demo;

import dev.longhaul.example.BackfillAccessLogs;
import dev.longhaul.example.BackfillAccessLogsHandler;
import dev.longhaul.example.Warehouse;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.runtime.SweeperHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.time.SystemTime;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** A database, a local Lambda with the function in it, and one chain from its start event to its end. */
final class Run implements AutoCloseable {

    private static final String CHAIN = "demo";
    private static final String SWEEPER = "Sweeper";
    private static final int LOOK_MILLIS = 100;
    /** Lambda waits a minute and then two before it tries again; the demo a second and then two. */
    private static final int FASTER = 60;

    private final Database database;
    private final LocalLambda lambda;
    private final CheckpointStore store;
    private final FunctionWatch watch;
    private final JobOptions options = new BackfillAccessLogsHandler().options();
    private final Screen screen;

    private Run(Database database, LocalLambda lambda, CheckpointStore store, FunctionWatch watch, Screen screen) {
        this.database = database;
        this.lambda = lambda;
        this.store = store;
        this.watch = watch;
        this.screen = screen;
    }

    /** Starts everything that the chain needs. */
    static Run start(PrintStream out) throws IOException, SQLException {
        Database database = Database.start();
        Warehouse.prepare(database.url());
        out.println("  database  PostgreSQL, " + database.url() + ": the rows and the checkpoints");
        FunctionWatch watch =
                new FunctionWatch(new BackfillAccessLogsHandler().options().name());
        LocalLambda lambda = LocalLambda.start(LocalOptions.defaults()
                .withDelays(delay -> delay.dividedBy(FASTER))
                .withListener(watch));
        CheckpointStore store = CheckpointStores.open(database.url(), Map.of());
        Run run = new Run(database, lambda, store, watch, new Screen(out, isTerminal()));
        run.createFunction();
        out.println("  lambda    local, " + lambda.endpoint() + ", timeout "
                + run.options.timing().timeoutMillis() / 1_000 + " s, safe "
                + run.options.timing().safeMillis() + " ms, tick "
                + run.options.timing().tickMillis() + " ms");
        out.println();
        return run;
    }

    /** Starts the chain and watches it to its end. */
    Summary toEnd(BackfillAccessLogs.Request request, DemoOptions asked) throws Exception {
        invoke(startEvent(request));
        Killer killer = new Killer(asked.kill(), System.currentTimeMillis());
        Stopper stopper = new Stopper(control(), asked.stops(), options.timing().tickMillis());
        Outage outage = new Outage(database, asked.outageSeconds(), this::sweep);
        while (!ended(stopper, outage)) {
            record().flatMap(chain -> stopper.look(chain, System.currentTimeMillis()))
                    .ifPresent(screen::line);
            outage.look(record(), System.currentTimeMillis()).ifPresent(screen::line);
            watch.running()
                    .filter(running -> killer.strike(running, System.currentTimeMillis()))
                    .ifPresent(running -> screen.line("  SIGKILL  the function's process " + running.pid()));
            record().ifPresent(this::show);
            Thread.sleep(LOOK_MILLIS);
        }
        ChainRecord end = record().orElseThrow(() -> new IllegalStateException(
                "the chain was never started: " + watch.givenUp().orElse("")));
        show(end);
        return summary(end, request, killer.done());
    }

    /** From JDK 22 on there can be a console without a terminal; then TERM decides. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null && System.getenv("CI") == null;
    }

    private boolean ended(Stopper stopper, Outage outage) {
        // The record may be terminal while the invocation still writes its REPORT line.
        boolean terminal = record().map(chain -> chain.status().terminal() && !stopper.resumes(chain))
                .orElse(false);
        // What Lambda gave up while the database was away is for the sweeper.
        boolean lost = watch.givenUp().isPresent() && !outage.wanted();
        return (terminal || lost) && lambda.pendingEvents() == 0;
    }

    /** The chain's record; empty while there is none, and while the database is away. */
    private Optional<ChainRecord> record() {
        try {
            return store.read(options.name(), CHAIN);
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private ChainControl control() {
        Continuation toLambda = new Continuation() {
            @Override
            public void send(NextHop next) {
                invoke(next.event());
            }

            @Override
            public void close() {}
        };
        return new ChainControl(store, toLambda, new SystemTime(), Graces.STANDARD.withHandoff(Outage.SWEEP_MILLIS));
    }

    private void sweep() throws InterruptedException {
        lambda.invoke(SWEEPER, Payload.of("{}"));
    }

    private void show(ChainRecord chain) {
        for (Report report : watch.takeReports()) {
            screen.invocation(report, chain);
        }
        if (!chain.status().terminal()) {
            screen.progress(chain);
        }
    }

    private Summary summary(ChainRecord end, BackfillAccessLogs.Request request, int kills) throws SQLException {
        return new Summary(
                new Summary.Chain(end.status().name(), end.hop() + 1, end.steps()),
                new Summary.Load(
                        request.lines(),
                        database.rows(CHAIN),
                        database.rejected(CHAIN),
                        database.lineNumbers(CHAIN),
                        database.topPaths(CHAIN, 5)),
                kills,
                watch.billedMillis(),
                options.price().usd(watch.billedMillis(), watch.invocations()));
    }

    /** The function of the job, with its rows and its checkpoints in a database. */
    static FunctionConfig function(Database database) {
        JobOptions job = new BackfillAccessLogsHandler().options();
        return FunctionConfig.builder(job.name(), BackfillAccessLogsHandler.class.getName())
                .classPath(CallerClassPath.of(BackfillAccessLogsHandler.class))
                .timeout(Duration.ofMillis(job.timing().timeoutMillis()))
                .memoryMegabytes(job.price().memoryMegabytes())
                .environment(Map.of(CheckpointStores.VARIABLE, database.url(), Warehouse.VARIABLE, database.url()))
                .build();
    }

    private void createFunction() {
        lambda.create(function(database));
        lambda.create(FunctionConfig.builder(SWEEPER, SweeperHandler.class.getName())
                .classPath(CallerClassPath.of(BackfillAccessLogsHandler.class))
                .timeout(Duration.ofSeconds(30))
                .memoryMegabytes(256)
                .environment(Map.of(CheckpointStores.VARIABLE, database.url()))
                .build());
    }

    private void invoke(String event) {
        try (LambdaClient client = LambdaClient.builder()
                .endpointOverride(lambda.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            client.invoke(request -> request.functionName(options.name())
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(event)));
        }
    }

    private static String startEvent(BackfillAccessLogs.Request request) throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("longhaul").beginObject();
        out.field("v").integer(1);
        out.field("start").string(CHAIN);
        out.endObject();
        input(out.field("input"), request);
        out.endObject();
        return out.finish();
    }

    /** Writes what the job is started with. */
    static void input(StateWriter out, BackfillAccessLogs.Request request) throws IOException {
        out.beginObject();
        out.field("log").string(request.log());
        out.field("lines").integer(request.lines());
        out.field("paceMillis").integer(request.paceMillis());
        out.endObject();
    }

    @Override
    public void close() throws IOException {
        store.close();
        lambda.close();
        database.close();
    }
}
