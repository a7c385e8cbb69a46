package dev.longhaul.proof;

import dev.longhaul.annotations.Children;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnSignal;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Goes leg by leg, each with one effect outside its state, through all that a real day may bring. Half way it waits for a pilot, and
 * later for its children; letters reach it at any time.
 */
@LongRunning(
        timeoutMillis = 12_000,
        safeMillis = 9_000,
        tickMillis = 1_000,
        maxHops = 10_000,
        maxStalledHops = 100,
        memoryMegabytes = 256)
public class Voyage implements AutoCloseable {

    /** The variable with the address of the service that is called, as host and port. */
    static final String HARBOR = "VOYAGE_HARBOR";
    /** The variable with the JDBC URL of the database whose transactions the checkpoints join; without it they don't. */
    static final String DATABASE = "VOYAGE_DATABASE";

    /** How many children it has. */
    static final int TENDERS = 2;

    /** Longer than a soak: the pilot ends it. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    @State
    int next;

    @State
    int total;

    @State
    int legMillis;

    @State
    long seed;

    /** Chains end at different sums if a step is lost or done twice. */
    @State
    long sum;

    /** The letters that it was given, in their order. */
    @State
    List<Integer> letters = new ArrayList<>();

    @State
    boolean piloted;

    @State
    int launched;

    @State
    int back;

    @Children(value = Tender.class, maxRunning = TENDERS)
    @SuppressWarnings("NullAway.Init") // The handler fills it.
    ChildChains<Integer> tenders;

    private @Nullable Connection connection;
    private boolean looked;

    /**
     * What is to be done.
     *
     * @param total how many legs
     * @param legMillis how long each takes
     * @param seed of what they meet
     */
    record Request(int total, int legMillis, long seed) {}

    /**
     * A letter.
     *
     * @param number which one it is
     */
    record Letter(int number) {}

    /**
     * What came of it.
     *
     * @param tenders how many are back
     */
    record Logbook(long sum, List<Integer> letters, int tenders) {}

    @OnStart
    void start(Request request) {
        total = request.total();
        legMillis = request.legMillis();
        seed = request.seed();
    }

    @Step
    @Retry(attempts = 100, firstDelayMillis = 500, maxDelayMillis = 5_000)
    void leg(JobContext job) throws Exception {
        if (next == total / 2 && !piloted) {
            job.pause(LONGEST_WAIT);
            return;
        }
        if (next == total * 3 / 4 && !areTendersBack(job)) {
            return;
        }
        Pier pier = new Pier(System.getenv(HARBOR));
        if (!looked) {
            looked = true;
            pier.weigh(job.hop());
        }
        Thread.sleep(legMillis);
        int number = next;
        Leg leg = Leg.of(seed, job.chainId(), number, System.getenv(DATABASE) != null);
        if (leg == Leg.CARGO) {
            load(job, number);
            return;
        }
        int calls = pier.call(job.chainId(), number, job.idempotencyKey());
        if (leg == Leg.FOG && calls == 1) {
            new CountDownLatch(1).await();
        }
        if (leg == Leg.STORM && calls <= 2) {
            Flotsam.explode(number);
        }
        advance(number);
        if (leg == Leg.MOORED) {
            job.checkpoint();
        } else if (leg == Leg.FLOTSAM) {
            Flotsam.leave(number);
        }
    }

    @OnSignal("letter")
    void letter(Letter letter) {
        letters.add(letter.number());
    }

    @OnSignal("pilot")
    void pilot() {
        piloted = true;
    }

    private boolean areTendersBack(JobContext job) {
        while (launched < TENDERS) {
            tenders.start("tender-" + launched, launched);
            launched++;
        }
        tenders.join(job, end -> back += end.completed() ? 1 : 0);
        return tenders.isDone();
    }

    /** No "on conflict": a row that were written twice would fail the chain, not pass unseen. */
    private void load(JobContext job, int number) throws SQLException {
        Connection database = connection();
        try (PreparedStatement row = database.prepareStatement("insert into cargo (chain, leg) values (?, ?)")) {
            row.setString(1, job.chainId());
            row.setInt(2, number);
            row.executeUpdate();
        }
        advance(number);
        job.checkpoint(database);
        database.commit();
    }

    private void advance(int number) {
        sum = sum * 31 + number;
        next = number + 1;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(System.getenv(DATABASE));
            connection.setAutoCommit(false);
        }
        return connection;
    }

    @Terminate
    boolean isDone() {
        return next >= total;
    }

    @OnComplete
    Logbook logbook() {
        return new Logbook(sum, letters, back);
    }

    @Override
    public void close() throws IOException, SQLException {
        if (connection != null) {
            connection.close();
        }
        if (next % 7 == 3) {
            throw new NoClassDefFoundError("gone/Pool");
        }
    }
}
