package dev.longhaul.example.demo.backfill;

import dev.longhaul.example.backfill.BackfillAccessLogs;
import dev.longhaul.example.backfill.LogLines;
import dev.longhaul.example.backfill.UnreadableLogException;
import dev.longhaul.example.demo.backfill.DemoOptions.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The backfill: everything is started, the chain runs to its end, and the summary says whether all is right. */
public final class BackfillDemo {

    private static final int USAGE = 2;
    /** How long a run at the default pace should take, in milliseconds: several hops of seven seconds. */
    private static final long PACED_RUN = 33_000;

    private BackfillDemo() {}

    /**
     * Runs the demo.
     *
     * @param args see {@code --help}
     * @return the exit status: 0 only if the chain completed and the rows add up to the lines
     */
    public static int run(List<String> args, PrintStream out) throws Exception {
        if (args.contains("--help")) {
            out.println(DemoOptions.USAGE);
            return 0;
        }
        try {
            Summary summary = run(DemoOptions.parse(args), out);
            return summary.isRight() ? 0 : 1;
        } catch (UsageException | UnreadableLogException e) {
            out.println(e.getMessage());
            return USAGE;
        }
    }

    private static Summary run(DemoOptions options, PrintStream out) throws Exception {
        Path sample = options.log() == null ? Files.createTempFile("longhaul-sample", ".log") : null;
        try {
            Path log = log(options.log(), sample);
            long lines = count(log);
            long pace = options.paceMillis() >= 0 ? options.paceMillis() : pace(lines);
            out.println(
                    "Longhaul demo: BackfillAccessLogs reads an access log into PostgreSQL, every line exactly once.");
            out.println(
                    "  log       " + (sample == null ? Printable.of(log.toString()) : "a sample, the same each time")
                            + String.format(Locale.ROOT, ", %,d lines", lines));
            out.println("  pace      " + pace(pace, options));
            try (Run run = Run.start(out)) {
                Summary summary = run.toEnd(new BackfillAccessLogs.Request(log.toString(), lines, pace), options);
                out.println();
                out.print(summary.text());
                if (options.report() != null) {
                    summary.write(options.report());
                }
                if (options.console()) {
                    out.println("  console   stays open at " + run.console() + "; Ctrl-C ends all");
                    new CountDownLatch(1).await();
                }
                return summary;
            }
        } finally {
            if (sample != null) {
                Files.delete(sample);
            }
        }
    }

    private static Path log(@Nullable Path given, @Nullable Path sample) throws IOException {
        if (given != null) {
            return given;
        }
        if (sample == null) {
            throw new IllegalStateException("there is neither a log nor a sample");
        }
        SampleLog.write(sample);
        return sample;
    }

    private static long count(Path log) throws IOException {
        try (LogLines lines = new LogLines(log, 0)) {
            long count = 0;
            while (lines.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static long pace(long lines) {
        long steps = 1 + lines / BackfillAccessLogs.LINES_A_STEP;
        return Math.min(1_000, PACED_RUN / steps);
    }

    private static String pace(long pace, DemoOptions options) {
        if (pace == 0) {
            return "full speed, " + BackfillAccessLogs.LINES_A_STEP + " lines a step";
        }
        return pace + " ms a step of " + BackfillAccessLogs.LINES_A_STEP + " lines, as a slow source would need"
                + (options.paceMillis() < 0 ? " (--pace 0: full speed)" : "");
    }
}
