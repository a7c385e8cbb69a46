package dev.longhaul.example.demo.poll;

import dev.longhaul.example.demo.stage.Kills;
import dev.longhaul.example.demo.stage.Screen;
import dev.longhaul.example.demo.stage.Stage;
import dev.longhaul.example.demo.stage.TemporaryStore;
import dev.longhaul.example.poll.Partner;
import dev.longhaul.example.poll.PollPartnerHandler;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An order that a partner takes its time for; its webhook comes before it would be asked again, and then it is away. */
public final class PollDemo {

    private static final String USAGE = """
            usage: poll [--kill N]
              --kill N         kill the function's JVM with SIGKILL N times, at random moments""";

    private static final List<String> OPERATIONS =
            List.of("reserve", "pack", "label", "hand over", "insure", "invoice", "archive", "thank");
    /** Longer than what is waited in a hop. */
    private static final int FIRST_WAIT_SECONDS = 12;
    /** In the second wait, of twice the first one. */
    private static final int READY_AFTER_SECONDS = 18;

    private static final int CALL_MILLIS = 400;

    private PollDemo() {}

    /**
     * Runs the demo.
     *
     * @return the exit status: 0 only if the chain completed, and the partner has done each operation once, in their order
     */
    public static int run(List<String> args, PrintStream out) throws Exception {
        return Kills.run(args, USAGE, out, kills -> play(kills, out));
    }

    private static boolean play(int kills, PrintStream out) throws Exception {
        try (PartnerServer partner = new PartnerServer();
                TemporaryStore store = new TemporaryStore()) {
            partner.reset(PollDemo::behave);
            out.println("Longhaul demo: PollPartner waits for an order, and has each operation done once.");
            out.println(
                    "  partner   " + partner.url() + ": ready after " + READY_AFTER_SECONDS + " s, then away for 12 s");
            try (Stage stage = Stage.open(
                    new PollPartnerHandler(new Partner(partner.url())),
                    Map.of(CheckpointStores.VARIABLE, store.uri(), Partner.VARIABLE, partner.url()))) {
                out.println("  lambda    " + stage.description());
                out.println("  console   " + stage.console());
                out.println();
                stage.start(input());
                ChainRecord end = toEnd(stage, partner, kills, new Screen(out, "operations"));
                return isRight(end, stage, partner, out);
            }
        }
    }

    private static ChainRecord toEnd(Stage stage, PartnerServer partner, int kills, Screen screen)
            throws InterruptedException {
        boolean[] called = {false};
        return stage.toEnd(kills, screen, chain -> {
            long elapsed = System.currentTimeMillis() - chain.startedAt();
            if (!called[0] && chain.status() == ChainStatus.WAITING && elapsed > 1_000 * READY_AFTER_SECONDS) {
                called[0] = true;
                partner.makeReady();
                screen.line("  WEBHOOK  the order is ready");
                stage.chain().signal("ready", "hook-1", "null");
            }
        });
    }

    private static boolean isRight(ChainRecord end, Stage stage, PartnerServer partner, PrintStream out) {
        boolean right = end.status() == ChainStatus.COMPLETED && partner.done().equals(OPERATIONS);
        out.println();
        out.println("  status    " + end.status() + (right ? "" : ", and not each operation is done once"));
        out.println("  done      " + String.join(", ", partner.done()) + ", in " + partner.calls() + " calls");
        out.println(String.format(
                Locale.ROOT,
                "  elapsed   %.1f s, of which %.1f s are billed",
                (end.updatedAt() - end.startedAt()) / 1_000.0,
                stage.watch().billedMillis() / 1_000.0));
        return right;
    }

    /** Away for a while in the middle of the operations: it says when to come again. */
    private static int behave(int call) {
        try {
            Thread.sleep(CALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return call == 6 ? 503 : 200;
    }

    private static String input() {
        return "{\"order\":\"o-17\",\"operations\":["
                + OPERATIONS.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","))
                + "],\"firstWait\":\"PT" + FIRST_WAIT_SECONDS + "S\",\"patience\":\"PT1H\"}";
    }
}
