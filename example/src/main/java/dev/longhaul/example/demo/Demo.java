package dev.longhaul.example.demo;

import dev.longhaul.example.demo.backfill.BackfillDemo;
import dev.longhaul.example.demo.move.MoveDemo;
import dev.longhaul.example.demo.poll.PollDemo;
import dev.longhaul.example.demo.reconcile.ReconcileDemo;
import java.io.PrintStream;
import java.util.List;

/** The demos' command: the first argument chooses a job; without a name it is the backfill. */
public final class Demo {

    private static final String USAGE = """
            usage: [backfill|reconcile|poll|move] [OPTION ...]; NAME --help has the options of each""";

    private Demo() {}

    /**
     * Runs a demo.
     *
     * @param args the exit status is 0 only if the chain completed, and what it was to do is done exactly once
     */
    public static void main(String[] args) throws Exception {
        int status = run(List.of(args), System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs a demo; its exit status. */
    static int run(List<String> args, PrintStream out) throws Exception {
        String name = args.isEmpty() ? "" : args.get(0);
        return switch (name) {
            case "reconcile" -> ReconcileDemo.run(args.subList(1, args.size()), out);
            case "move" -> MoveDemo.run(args.subList(1, args.size()), out);
            case "poll" -> PollDemo.run(args.subList(1, args.size()), out);
            case "backfill" -> BackfillDemo.run(args.subList(1, args.size()), out);
            case "--help" -> {
                out.println(USAGE);
                yield BackfillDemo.run(args, out);
            }
            default -> BackfillDemo.run(args, out);
        };
    }
}
