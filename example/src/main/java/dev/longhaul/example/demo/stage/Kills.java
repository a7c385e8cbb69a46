package dev.longhaul.example.demo.stage;

import java.io.PrintStream;
import java.util.List;

/** A demo that takes one option: {@code --kill N}. */
public final class Kills {

    private static final int USAGE = 2;

    private Kills() {}

    /** What a demo does. */
    @FunctionalInterface
    public interface Play {

        /**
         * Runs the chain to its end.
         *
         * @param kills how often the function's process is to be killed
         * @return whether the chain completed, and all is as it has to be
         */
        boolean run(int kills) throws Exception;
    }

    /**
     * Runs a demo by its command line.
     *
     * @return the exit status: 0 only if all is as it has to be
     */
    public static int run(List<String> args, String usage, PrintStream out, Play play) throws Exception {
        if (args.equals(List.of("--help"))) {
            out.println(usage);
            return 0;
        }
        if (args.isEmpty()) {
            return play.run(0) ? 0 : 1;
        }
        if (args.size() == 2 && args.get(0).equals("--kill") && args.get(1).matches("\\d{1,3}")) {
            return play.run(Integer.parseInt(args.get(1))) ? 0 : 1;
        }
        out.println(String.join(" ", args) + " is not understood.\n" + usage);
        return USAGE;
    }
}
