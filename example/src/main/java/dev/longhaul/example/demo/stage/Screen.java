package dev.longhaul.example.demo.stage;

import dev.longhaul.local.invocation.Report;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Shows the chain in the terminal: a progress bar that moves, and a line for each invocation as it ends. */
public final class Screen {

    private static final int BAR = 30;

    private final PrintStream out;
    private final String unit;
    private final boolean moving = isTerminal();
    private boolean barShown;

    /**
     * A screen. On a terminal the bar is drawn over itself; else it stands in the lines of the hops only.
     *
     * @param unit what the job's progress counts
     */
    public Screen(PrintStream out, String unit) {
        this.out = out;
        this.unit = unit;
    }

    /** From JDK 22 on there can be a console without a terminal; then TERM decides. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null && System.getenv("CI") == null;
    }

    /** Prints a line. */
    public void line(String text) {
        clearBar();
        out.println(text);
        out.flush();
    }

    /** Shows how far the chain is. */
    public void progress(ChainRecord chain) {
        if (moving) {
            out.print("\r  hop " + chain.hop() + "  " + bar(chain));
            out.flush();
            barShown = true;
        }
    }

    /** Prints an invocation that has ended. */
    public void invocation(Report report, ChainRecord chain) {
        String how = switch (report.status()) {
            case SUCCEEDED -> succeeded(chain.status());
            case FUNCTION_ERROR -> "threw, Lambda tries again";
            case INIT_ERROR -> "could not be started";
            case TIMED_OUT -> "timed out, Lambda tries again";
            case EXITED -> "killed, Lambda tries again";
        };
        line(String.format(
                Locale.ROOT,
                "  %s  %,7d %s  %5.1f s billed  attempt %d  %s",
                bar(chain),
                done(chain),
                unit,
                report.billed().toMillis() / 1_000.0,
                report.attempt(),
                how));
    }

    private static String succeeded(ChainStatus now) {
        return now.terminal() ? now.name() : now == ChainStatus.WAITING ? "waits" : "handed off";
    }

    private void clearBar() {
        if (barShown) {
            out.print("\r" + " ".repeat(BAR + 24) + "\r");
            barShown = false;
        }
    }

    private static String bar(ChainRecord chain) {
        Progress progress = chain.progress();
        long total = progress == null ? 0 : progress.total();
        int filled = total == 0 ? 0 : (int) (BAR * done(chain) / total);
        int percent = total == 0 ? 0 : (int) (100 * done(chain) / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + String.format("%3d %%", percent);
    }

    private static long done(ChainRecord chain) {
        Progress progress = chain.progress();
        return progress == null ? 0 : progress.done();
    }
}
