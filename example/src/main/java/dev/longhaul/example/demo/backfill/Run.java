package dev.longhaul.example.demo.backfill;

import dev.longhaul.example.backfill.BackfillAccessLogs;
import dev.longhaul.example.backfill.BackfillAccessLogsHandler;
import dev.longhaul.example.backfill.LogsAndWarehouse;
import dev.longhaul.example.backfill.Warehouse;
import dev.longhaul.example.demo.stage.Database;
import dev.longhaul.example.demo.stage.Killer;
import dev.longhaul.example.demo.stage.Screen;
import dev.longhaul.example.demo.stage.Stage;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;

/** A database, a local Lambda with the function in it, and one chain from its start event to its end. */
final class Run implements AutoCloseable {

    private static final int LOOK_MILLIS = 100;

    private final Database database;
    private final Stage stage;
    private final Screen screen;

    private Run(Database database, Stage stage, Screen screen) {
        this.database = database;
        this.stage = stage;
        this.screen = screen;
    }

    /** Starts everything that the chain needs. */
    static Run start(PrintStream out) throws IOException, SQLException {
        Database database = Database.start();
        Warehouse.prepare(database.url());
        out.println("  database  PostgreSQL, " + database.url() + ": the rows and the checkpoints");
        Stage stage = Stage.open(handler(database), environment(database));
        out.println("  lambda    " + stage.description());
        out.println("  console   " + stage.console());
        out.println();
        return new Run(database, stage, new Screen(out, "lines"));
    }

    /** The job's handler, with that database. */
    static BackfillAccessLogsHandler handler(Database database) {
        return new BackfillAccessLogsHandler(new LogsAndWarehouse(LogsAndWarehouse.database(database.url()), null));
    }

    /** The environment of the function, whose rows and checkpoints are in one database. */
    static Map<String, String> environment(Database database) {
        return Map.of(CheckpointStores.VARIABLE, database.url(), Warehouse.VARIABLE, database.url());
    }

    /** Where its console is. */
    String console() {
        return stage.console();
    }

    /** Starts the chain and watches it to its end. */
    Summary toEnd(BackfillAccessLogs.Request request, DemoOptions asked) throws Exception {
        JobOptions job = handler(database).options();
        stage.start(input(request));
        Killer killer = new Killer(asked.kill(), System.currentTimeMillis());
        Stopper stopper = new Stopper(stage.chain(), asked.stops(), job.timing().tickMillis());
        Outage outage = new Outage(database, asked.outageSeconds(), stage::sweep);
        while (!ended(stopper, outage)) {
            stage.record()
                    .flatMap(chain -> stopper.look(chain, System.currentTimeMillis()))
                    .ifPresent(screen::line);
            outage.look(stage.record(), System.currentTimeMillis()).ifPresent(screen::line);
            stage.watch()
                    .running()
                    .filter(running -> killer.strike(running, System.currentTimeMillis()))
                    .ifPresent(running -> screen.line("  SIGKILL  the function's process " + running.pid()));
            stage.show(screen);
            Thread.sleep(LOOK_MILLIS);
        }
        stage.show(screen);
        ChainRecord end = stage.record()
                .orElseThrow(() -> new IllegalStateException("the chain was never started: "
                        + stage.watch().givenUp().orElse("")));
        return summary(end, request, killer.done());
    }

    private boolean ended(Stopper stopper, Outage outage) {
        // The record may be terminal while the invocation still writes its REPORT line.
        boolean terminal = stage.record()
                .map(chain -> chain.status().terminal() && !stopper.resumes(chain))
                .orElse(false);
        // What Lambda gave up while the database was away is for the sweeper.
        boolean lost = stage.watch().givenUp().isPresent() && !outage.wanted();
        return (terminal || lost) && stage.isIdle();
    }

    private Summary summary(ChainRecord end, BackfillAccessLogs.Request request, int kills) throws SQLException {
        LoadedRows loaded = new LoadedRows(database.url());
        return new Summary(
                new Summary.Chain(end.status().name(), end.hop() + 1, end.steps()),
                new Summary.Load(
                        request.lines(),
                        loaded.rows(Stage.CHAIN),
                        loaded.rejected(Stage.CHAIN),
                        loaded.lineNumbers(Stage.CHAIN),
                        loaded.topPaths(Stage.CHAIN, 5)),
                kills,
                stage.watch().billedMillis(),
                stage.costUsd());
    }

    /** What the job is started with, as JSON. */
    static String input(BackfillAccessLogs.Request request) throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("log").string(request.log());
        out.field("lines").integer(request.lines());
        out.field("paceMillis").integer(request.paceMillis());
        out.endObject();
        return out.finish();
    }

    @Override
    public void close() throws IOException {
        stage.close();
        database.close();
    }
}
