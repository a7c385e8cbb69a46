package dev.longhaul.example.demo.reconcile;

import dev.longhaul.example.demo.stage.Database;
import dev.longhaul.example.demo.stage.Kills;
import dev.longhaul.example.demo.stage.Screen;
import dev.longhaul.example.demo.stage.Stage;
import dev.longhaul.example.reconcile.Ledger;
import dev.longhaul.example.reconcile.Payment;
import dev.longhaul.example.reconcile.Payments;
import dev.longhaul.example.reconcile.ReconcilePaymentsHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The reconciliation of a ledger with a provider that is slow, busy and changes meanwhile. */
public final class ReconcileDemo {

    private static final String USAGE = """
            usage: reconcile [--kill N]
              --kill N         kill the function's JVM with SIGKILL N times, at random moments""";

    private static final int PAYMENTS = 1_500;
    /** How long the provider takes for a page, in milliseconds. */
    private static final int PAGE_MILLIS = 50;

    private ReconcileDemo() {}

    /**
     * Runs the demo.
     *
     * @return the exit status: 0 only if the chain completed, and the ledger is what it has to be
     */
    public static int run(List<String> args, PrintStream out) throws Exception {
        return Kills.run(args, USAGE, out, kills -> play(kills, out));
    }

    private static boolean play(int kills, PrintStream out) throws Exception {
        SamplePayments samples = new SamplePayments(0, PAYMENTS);
        try (Database database = Database.start();
                Connection connection = DriverManager.getConnection(database.url());
                ProviderServer provider = new ProviderServer(samples.provider())) {
            Ledger.prepare(connection);
            LedgerTable table = new LedgerTable(connection);
            table.fill(samples.ledger());
            provider.reset(samples.provider(), ReconcileDemo::trouble);
            out.println(
                    "Longhaul demo: ReconcilePayments reconciles a ledger with its provider, each payment exactly once.");
            out.println("  ledger    PostgreSQL, " + database.url() + ": the payments and the checkpoints");
            out.println("  provider  " + provider.url() + ": pages, 429, timeouts");
            ChainRecord end = play(database, provider, kills, out);
            List<Payment> expected = samples.reconciled().stream()
                    .sorted(Comparator.comparing(Payment::id))
                    .toList();
            boolean right =
                    end.status() == ChainStatus.COMPLETED && table.payments().equals(expected);
            out.println();
            out.println("  status    " + end.status() + (right ? "" : ", and the ledger is not what it has to be"));
            out.println("  report    " + end.result());
            out.println("  ledger    " + String.format(Locale.ROOT, "%,d payments, ", expected.size())
                    + (right ? "all as they have to be" : "not all as they have to be"));
            return right;
        }
    }

    private static ChainRecord play(Database database, ProviderServer provider, int kills, PrintStream out)
            throws IOException, InterruptedException {
        Payments payments = new Payments(new PGSimpleDataSource(), provider.url());
        try (Stage stage = Stage.open(
                new ReconcilePaymentsHandler(payments),
                Map.of(
                        CheckpointStores.VARIABLE, database.url(),
                        Payments.LEDGER, database.url(),
                        Payments.PROVIDER, provider.url()))) {
            out.println("  lambda    " + stage.description());
            out.println("  console   " + stage.console());
            out.println();
            stage.start(String.format(
                    Locale.ROOT,
                    "{\"until\":\"%s\",\"holdAboveCents\":%d,\"patience\":\"PT15S\"}",
                    SamplePayments.UNTIL,
                    SamplePayments.HOLD_ABOVE));
            Screen screen = new Screen(out, "payments");
            boolean[] approved = {false};
            return stage.toEnd(kills, screen, chain -> {
                if (chain.status() == ChainStatus.WAITING && !approved[0]) {
                    approved[0] = true;
                    screen.line("  SIGNAL   approved, up to " + SamplePayments.APPROVED + " cents");
                    stage.chain()
                            .signal(
                                    "approved",
                                    "demo",
                                    "{\"by\":\"Ada\",\"upToCents\":" + SamplePayments.APPROVED + "}");
                }
            });
        }
    }

    private static void trouble(ProviderServer.PageRequest request) throws IOException {
        if (request.number() == 10) {
            request.hang();
        } else if (request.number() % 20 == 5) {
            request.refuse(429, "1");
        } else {
            try {
                Thread.sleep(PAGE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
