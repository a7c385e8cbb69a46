package dev.longhaul.example.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.example.WatchedDatabase;
import dev.longhaul.example.demo.reconcile.LedgerTable;
import dev.longhaul.example.demo.reconcile.ProviderServer;
import dev.longhaul.example.demo.reconcile.ProviderServer.Behaviour;
import dev.longhaul.example.demo.reconcile.SamplePayments;
import dev.longhaul.example.http.RefusedException;
import dev.longhaul.example.reconcile.Payment.Status;
import dev.longhaul.testing.ChainRun;
import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.Trouble;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job with a real database and a real HTTP server, in virtual time. */
class ReconcilePaymentsTest {

    private static final Behaviour WELL = request -> {};
    private static final Duration PATIENCE = Duration.ofDays(2);

    private static EmbeddedPostgres postgres;
    private static ProviderServer server;
    /** The test's own connection: to look into the tables. */
    private static Connection looking;

    private static LedgerTable table;
    private static WatchedDatabase database;

    private SamplePayments samples = new SamplePayments(0, 170);
    private Behaviour behaviour = WELL;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        database = new WatchedDatabase("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres");
        looking = DriverManager.getConnection(database.url());
        Ledger.prepare(looking);
        table = new LedgerTable(looking);
        server = new ProviderServer(List.of());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        looking.close();
        server.close();
        postgres.close();
    }

    @Test
    void theLedgerIsPutRightOnceWhereverTheJobDies() {
        // One of each kind, one of which is held and approved, on two pages.
        samples = new SamplePayments(51, 17);
        tester().signal("approved", approval(SamplePayments.APPROVED), Duration.ofHours(5))
                .ignoring("deadline")
                .outcome(() -> ledger() + "\n" + mismatches())
                .afterEach(run -> assertThat(ledger()).as(run.transcript()).isEqualTo(reconciled()))
                .killAtEveryPoint();
    }

    @Test
    void theReportCountsAllMismatches() {
        ChainRun<ReconcilePayments> run = tester().signal(
                        "approved", approval(SamplePayments.APPROVED), Duration.ofHours(5))
                .run()
                .assertCompleted()
                .assertResult("""
                        {"compared":140,"kinds":{"UNKNOWN_TO_LEDGER":10,"BEHIND":30,"UNKNOWN_TO_PROVIDER":10,\
                        "PAID_IN_LEDGER_ONLY":10,"OTHER_AMOUNT":10},"outcomes":{"REPAIRED":36,"HELD":4,"REPORTED":30}}""");

        assertThat(run.took()).as("the rest waits for its approval in vain").isGreaterThan(PATIENCE);
        assertThat(mismatches()).hasSize(70);
    }

    @Test
    void anApprovalThatComesEarlyMeansTheSame() {
        String approved = approval(SamplePayments.APPROVED);
        tester().signal("approved", approved, Duration.ofHours(5)).run().assertCompleted();
        List<String> late = mismatches();
        tester().signal("approved", approved, Duration.ofSeconds(1)).run().assertCompleted();

        assertThat(mismatches()).isEqualTo(late);
        assertThat(ledger()).isEqualTo(reconciled());
    }

    @Test
    void allThatIsHeldEndsTheWaitWhenItIsApproved() {
        ChainRun<ReconcilePayments> run = tester().signal("approved", approval(1_000_000), Duration.ofHours(5))
                .run()
                .assertCompleted();

        assertThat(run.took()).isBetween(Duration.ofHours(5), Duration.ofHours(6));
        assertThat(mismatches()).noneMatch(row -> row.contains("HELD"));
    }

    @Test
    void whatTheLedgerLearnedMeanwhileIsLeftAsItIs() throws SQLException {
        String held = samples.ledger().stream()
                .filter(payment -> payment.status() == Status.PENDING && payment.cents() > SamplePayments.HOLD_ABOVE)
                .map(Payment::id)
                .filter(id -> id.endsWith("000003"))
                .findFirst()
                .orElseThrow();
        ChainTester<ReconcilePayments> tester = tester();
        tester.signal("approved", approval(1_000_000), Duration.ofHours(5))
                .prepare((job, points) -> {
                    database.points(points);
                    if (mismatches().stream().anyMatch(row -> row.startsWith(held + " ") && row.contains("HELD"))) {
                        execute("update payment set status = 'FAILED' where id = '" + held + "'");
                    }
                })
                .run()
                .assertCompleted();

        assertThat(mismatches()).contains(held + " BEHIND PENDING PAID OUTDATED Ada");
        assertThat(ledger()).anyMatch(payment -> payment.id().equals(held) && payment.status() == Status.FAILED);
    }

    @Test
    void aBusyProviderIsAskedAgainWhenItSays() {
        behaviour = request -> {
            if (request.number() == 1) {
                request.refuse(429, "7200");
            } else if (request.number() == 2) {
                request.refuse(503, "Sun, 06 Nov 1994 08:49:37 GMT");
            } else if (request.number() == 3) {
                request.refuse(500, null);
            } else if (request.number() == 4) {
                request.hang();
            }
        };
        ChainRun<ReconcilePayments> run = tester().signal("approved", approval(1_000_000), Duration.ofMinutes(65))
                .run()
                .assertCompleted();

        assertThat(run.took()).as("an hour is the most").isBetween(Duration.ofMinutes(60), Duration.ofMinutes(70));
        assertThat(run.chain().billedMillis()).isLessThan(60_000);
    }

    @Test
    void aProviderThatRefusesEndsTheChain() {
        behaviour = request -> request.refuse(403, null);

        tester().run().assertFailed(RefusedException.class);
        assertThat(ledger()).isEqualTo(sorted(samples.ledger()));
    }

    @Test
    void aPageThatIsReadTwiceAndHasChangedCountsAsItIsTheSecondTime() {
        Payment pending = new Payment("000019", 1_019, Status.PENDING, SamplePayments.UNTIL.getEpochSecond() - 20);
        Payment paid = new Payment(pending.id(), pending.cents(), Status.PAID, pending.created());
        assertThat(samples.ledger()).contains(pending);
        behaviour = request -> server.change(has -> has.put(paid.id(), request.number() == 0 ? paid : pending));
        for (Trouble trouble : List.of(Trouble.crashBeforeCommit(1), Trouble.failingCommit(1))) {
            tester().with(trouble).run().assertCompleted();

            assertThat(mismatches()).noneMatch(row -> row.startsWith(paid.id() + " "));
        }
        tester().with(Trouble.lostCommitAnswer(1)).run().assertCompleted();

        assertThat(mismatches())
                .as("the first reading was committed")
                .contains(paid.id() + " BEHIND PENDING PAID REPAIRED");
    }

    @Test
    void pagesThatShiftWhileTheyAreReadSkipNothing() {
        behaviour = request -> {
            if (request.number() == 2) {
                // All that was listed by now goes, and something new comes before it.
                server.change(has -> {
                    List<String> first = new ArrayList<>(has.keySet()).subList(0, 10);
                    first.forEach(has::remove);
                    has.put("!", new Payment("!", 1, Status.PAID, 0));
                });
            }
        };
        tester().signal("approved", approval(SamplePayments.APPROVED), Duration.ofHours(1))
                .run()
                .assertCompleted();

        assertThat(ledger()).isEqualTo(reconciled());
    }

    private ChainTester<ReconcilePayments> tester() {
        return ChainTester.of(new ReconcilePaymentsHandler(new Payments(database, server.url())))
                .store(database.url())
                .event("{\"until\":\"" + SamplePayments.UNTIL + "\",\"holdAboveCents\":" + SamplePayments.HOLD_ABOVE
                        + ",\"patience\":\"" + PATIENCE + "\"}")
                .beforeEach(this::reset)
                .prepare((job, points) -> database.points(points));
    }

    private void reset() {
        server.reset(samples.provider(), behaviour);
        try {
            table.fill(samples.ledger());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String approval(long cents) {
        return "{\"by\":\"Ada\",\"upToCents\":" + cents + "}";
    }

    private List<Payment> reconciled() {
        return sorted(samples.reconciled());
    }

    private static List<Payment> sorted(List<Payment> payments) {
        return payments.stream().sorted(Comparator.comparing(Payment::id)).toList();
    }

    private static List<Payment> ledger() {
        try {
            return table.payments();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> mismatches() {
        try {
            return table.mismatches();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Statement statement = looking.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
