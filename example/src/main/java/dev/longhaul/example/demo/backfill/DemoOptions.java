package dev.longhaul.example.demo.backfill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The demo's command line.
 *
 * @param log the access log, or null for a sample
 * @param kill how often the function's process is killed
 * @param report where the summary goes as JSON, or null
 * @param paceMillis how long a step waits; negative for a pace that makes several hops of the log
 * @param stops how often the chain is stopped in the middle of a step, and resumed
 * @param outageSeconds how long the database is away in the middle of the chain; 0: it is not
 * @param console whether the console stays open behind the end
 */
record DemoOptions(
        @Nullable Path log,
        int kill,
        @Nullable Path report,
        long paceMillis,
        int stops,
        int outageSeconds,
        boolean console) {

    static final String USAGE = """
            usage: [LOG] [--kill N] [--stop N] [--outage SECONDS] [--report FILE] [--pace MILLIS] [--console]
              LOG              an Apache access log in the combined format, plain or gzip; a sample where there is none
              --kill N         kill the function's JVM with SIGKILL N times, at random moments
              --stop N         stop the chain N times in the middle of a step, and resume it
              --outage SECONDS take the database away in the middle of the chain, for so long
              --report FILE    write the summary as JSON
              --pace MILLIS    how long each step waits, as a slow source would; 0 for full speed
              --console        keep the console, the database and the local Lambda open until Ctrl-C""";

    /**
     * Reads the command line.
     *
     * @throws UsageException when it is not understood; the message says what to do
     */
    static DemoOptions parse(List<String> args) {
        Path log = null;
        int kill = 0;
        Path report = null;
        long pace = -1;
        int stops = 0;
        int outage = 0;
        boolean console = false;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            switch (arg) {
                case "--kill" -> kill = (int) number(args, ++i, arg, 1_000);
                case "--stop" -> stops = (int) number(args, ++i, arg, 1_000);
                case "--outage" -> outage = (int) number(args, ++i, arg, 600);
                case "--pace" -> pace = number(args, ++i, arg, 60_000);
                case "--console" -> console = true;
                case "--report" -> report = Path.of(value(args, ++i, arg));
                default -> {
                    if (arg.startsWith("-") || log != null) {
                        throw new UsageException("\"" + arg + "\" is not understood.");
                    }
                    log = readable(arg);
                }
            }
        }
        return new DemoOptions(log, kill, report, pace, stops, outage, console);
    }

    private static Path readable(String file) {
        // Maven's exec:java runs in the folder that Maven was started in, so a relative path is the user's own.
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UsageException("the log " + path + " can't be read. Give the path of a file.");
        }
        return path;
    }

    private static long number(List<String> args, int index, String option, long most) {
        String text = value(args, index, option);
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new UsageException(option + " takes a number from 0 to " + most + ", not \"" + text + "\".");
    }

    private static String value(List<String> args, int index, String option) {
        if (index >= args.size()) {
            throw new UsageException(option + " takes a value.");
        }
        return args.get(index);
    }

    /** A command line that is not understood. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message + "\n" + USAGE);
        }
    }
}
