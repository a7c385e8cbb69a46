package dev.longhaul.example.backfill;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Apache access log into PostgreSQL, every line exactly once.
 *
 * <p>The rows of a step and the place in the log are committed in one transaction, in the database that holds the
 * checkpoints as well: wherever the function is killed, the next one goes on right behind the last row. The times are
 * short, for several hops to be seen within a minute.
 */
@LongRunning(
        timeoutMillis = 10_000,
        safeMillis = 3_000,
        tickMillis = 500,
        memoryMegabytes = 512,
        environment = Warehouse.VARIABLE)
public class BackfillAccessLogs implements AutoCloseable {

    /** The lines of one step, unless the watchdog asks it to end: as it does at a stop, or when time is up. */
    public static final int LINES_A_STEP = 200;

    private static final int LINES_A_READ = 20;

    @State
    String log = "";

    @State
    long total;

    @State
    long paceMillis;

    @State
    long position;

    @State
    long lines;

    @State
    long rejected;

    @State
    boolean atEnd;

    private final LogsAndWarehouse places;
    private @Nullable LogLines source;
    private @Nullable Warehouse warehouse;

    BackfillAccessLogs(LogsAndWarehouse places) {
        this.places = places;
    }

    /**
     * What the chain is started with.
     *
     * @param log the path of the log, or the URI of an object, {@code s3://bucket/key}; plain or gzip
     * @param lines the lines that it has, for the progress; 0 where that is not known
     * @param paceMillis how long a step waits, as a slow source would make it
     */
    public record Request(String log, long lines, long paceMillis) {}

    /**
     * What the chain has done.
     *
     * @param lines the lines of the log
     * @param rejected those of them that went to the reject table
     */
    public record Loaded(long lines, long rejected) {}

    @OnStart
    void start(Request request) {
        log = request.log();
        total = request.lines();
        paceMillis = request.paceMillis();
    }

    @Step
    void nextLines(JobContext job) throws IOException, SQLException, InterruptedException {
        Warehouse target = warehouse();
        LogLines from = source();
        for (int read = 0; read < LINES_A_STEP && !atEnd && !(read > 0 && job.shouldYield()); read += LINES_A_READ) {
            Thread.sleep(paceMillis * LINES_A_READ / LINES_A_STEP);
            loadNext(from, target, job.chainId());
        }
        position = from.position();
        job.progress(lines, total);
        job.checkpoint(target.transaction());
        target.commit();
    }

    /** Loads the lines that the source gives at once; only behind them a step may end before its time. */
    private void loadNext(LogLines from, Warehouse target, String run) throws IOException {
        for (int i = 0; i < LINES_A_READ && !atEnd; i++) {
            String text = from.next();
            if (text == null) {
                atEnd = true;
            } else {
                load(target, run, text);
            }
        }
    }

    @Terminate
    boolean isLoaded() {
        return atEnd;
    }

    @OnComplete
    Loaded loaded() {
        return new Loaded(lines, rejected);
    }

    @Override
    public void close() throws IOException, SQLException {
        if (source != null) {
            source.close();
        }
        if (warehouse != null) {
            warehouse.close();
        }
    }

    private void load(Warehouse target, String run, String text) {
        lines++;
        try {
            target.add(run, lines, AccessLogLine.parse(text));
        } catch (MalformedLineException e) {
            rejected++;
            target.reject(run, lines, String.valueOf(e.getMessage()), text);
        }
    }

    private LogLines source() throws IOException {
        if (source == null) {
            source = places.open(log, position);
        }
        return source;
    }

    private Warehouse warehouse() throws SQLException {
        if (warehouse == null) {
            warehouse = places.warehouse();
        }
        return warehouse;
    }
}
