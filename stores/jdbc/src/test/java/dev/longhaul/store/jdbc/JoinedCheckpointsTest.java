package dev.longhaul.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.testing.ChainRun;
import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.KillReport;
import dev.longhaul.testing.Trouble;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs whose checkpoints join their own transactions, tested by {@link ChainTester} against a real database. */
class JoinedCheckpointsTest {

    private static EmbeddedPostgres server;
    private static String url;
    /** The test's own connection: to look into the tables. */
    private static Connection looking;

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
        looking = connect();
        execute("create table booking (payment int, key text)");
    }

    @AfterAll
    static void stopServer() throws IOException, SQLException {
        looking.close();
        server.close();
    }

    @Test
    void rowsAndStateAreOneWhereverTheJobDies() {
        KillReport report =
                inEachStep().outcome(JoinedCheckpointsTest::payments).killAtEveryPoint();

        assertThat(report.points())
                .as("for each payment a step, a joined write and a commit, on three ways")
                .isGreaterThanOrEqualTo(3 * 3 * Bookings.ALL);
    }

    @Test
    void aCommitIsAPointOfItsOwn() {
        ChainRun<Bookings.InEachStep> before =
                inEachStep().with(Trouble.crashBeforeCommit(2)).run().assertCompleted();
        assertThat(before.transcript()).contains("is killed before the commit of the job's transaction");
        assertThat(payments()).containsExactly(0, 1, 2);

        ChainRun<Bookings.InEachStep> after =
                inEachStep().with(Trouble.crashAfterCommit(2)).run().assertCompleted();
        assertThat(after.transcript()).contains("is killed after the commit of the job's transaction");
        assertThat(payments()).containsExactly(0, 1, 2);
    }

    @Test
    void aCommitThatFailsAndOneWhoseAnswerIsLostComeOut() {
        inEachStep().with(Trouble.failingCommit(2)).run().assertCompleted().assertSteps(Bookings.ALL);
        assertThat(payments()).containsExactly(0, 1, 2);
        inEachStep().with(Trouble.lostCommitAnswer(2)).run().assertCompleted().assertSteps(Bookings.ALL);
        assertThat(payments()).containsExactly(0, 1, 2);
    }

    @Test
    void twoTransactionsInAStepAreExact() {
        ChainTester.of(new Bookings_TwoInEachStepHandler())
                .store(url)
                .beforeEach(JoinedCheckpointsTest::clear)
                .prepare((job, points) -> job.database = () -> points.watch(connect()))
                .outcome(JoinedCheckpointsTest::payments)
                .killAtEveryPoint();
    }

    @Test
    void aStopInMidTransactionComesThrough() {
        inEachStep()
                .with(Trouble.stopRequestInStep(2, "enough"))
                .expectStopped("StopRequested")
                .afterEach(run -> {
                    List<Integer> expected = new ArrayList<>();
                    for (int payment = 0; payment < run.job().next; payment++) {
                        expected.add(payment);
                    }
                    assertThat(payments()).as(run.transcript()).isEqualTo(expected);
                })
                .killAtEveryPoint();
    }

    @Test
    void aTransactionThatIsRolledBackIsDoneAgain() {
        AtomicInteger transactions = new AtomicInteger();
        ChainTester.of(new Bookings_RollsBackHandler())
                .store(url)
                .beforeEach(() -> {
                    clear();
                    transactions.set(0);
                })
                .prepare((job, points) -> {
                    job.database = () -> points.watch(connect());
                    job.refused = () -> transactions.incrementAndGet() == 2;
                })
                .outcome(JoinedCheckpointsTest::payments)
                .killAtEveryPoint();
    }

    @Test
    void aFailedCommitThatTheJobCatchesIsFoundOutAllTheSame() {
        catchesEverything().with(Trouble.lostCommitAnswer(2)).run().assertCompleted();
        assertThat(payments()).containsExactly(0, 1, 2);
        catchesEverything()
                .with(Trouble.failingCommit(2))
                .outcome(JoinedCheckpointsTest::payments)
                .killAtEveryPoint();
    }

    @Test
    void runsDoNotMeetEachOthersRecords() throws SQLException {
        ChainRun<Bookings.InEachStep> one = inEachStep()
                .event("{\"longhaul\":{\"v\":1,\"start\":\"tuesday\"}}")
                .run()
                .assertCompleted();
        List<String> keys = column("select key from booking order by payment");
        ChainRun<Bookings.InEachStep> other = inEachStep()
                .event("{\"longhaul\":{\"v\":1,\"start\":\"tuesday\"}}")
                .run()
                .assertCompleted();

        assertThat(one.chain().chainId())
                .isEqualTo("tuesday")
                .isEqualTo(other.chain().chainId());
        assertThat(column("select key from booking order by payment")).isEqualTo(keys);
        assertThat(new HashSet<>(keys))
                .hasSize(Bookings.ALL)
                .allSatisfy(key -> assertThat(key).contains("tuesday").doesNotContain("~"));
    }

    private static ChainTester<Bookings.InEachStep> inEachStep() {
        return ChainTester.of(new Bookings_InEachStepHandler())
                .store(url)
                .beforeEach(JoinedCheckpointsTest::clear)
                .prepare((job, points) -> job.database = () -> points.watch(connect()));
    }

    private static ChainTester<Bookings.CatchesEverything> catchesEverything() {
        return ChainTester.of(new Bookings_CatchesEverythingHandler())
                .store(url)
                .beforeEach(JoinedCheckpointsTest::clear)
                .prepare((job, points) -> job.database = () -> points.watch(connect()));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static void clear() {
        try {
            execute("delete from booking");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> payments() {
        try {
            return column("select payment from booking order by payment").stream()
                    .map(Integer::valueOf)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = looking.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = looking.createStatement()) {
            statement.execute(sql);
        }
    }
}
