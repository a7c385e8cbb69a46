package dev.longhaul.example.demo.backfill;

import dev.longhaul.example.demo.backfill.LoadedRows.PathCount;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param chain how far the chain came
 * @param load what it loaded
 * @param kills how often the function's process was killed
 * @param billedMillis what Lambda would bill
 * @param costUsd what that would cost
 */
record Summary(Chain chain, Load load, int kills, long billedMillis, double costUsd) {

    /**
     * How far a chain came.
     *
     * @param status its status
     * @param hops its hops
     * @param steps its committed steps
     */
    record Chain(String status, int hops, long steps) {}

    /**
     * What is in the database.
     *
     * @param lines the lines of the log
     * @param rows the rows in the database
     * @param rejected the lines in the reject table
     * @param lineNumbers the different line numbers in both
     * @param topPaths the paths that were requested most
     */
    record Load(long lines, long rows, long rejected, long lineNumbers, List<PathCount> topPaths) {

        private boolean isWhole() {
            return rows + rejected == lines && lineNumbers == lines;
        }
    }

    /** Whether the chain completed, and every line of the log is in the database exactly once. */
    boolean isRight() {
        return chain.status().equals("COMPLETED") && load.isWhole();
    }

    /** As a person reads it. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "status", chain.status() + (isRight() ? "" : ", and the rows do not add up to the lines"));
        line(text, "hops", String.format(Locale.ROOT, "%,d, with %,d steps committed", chain.hops(), chain.steps()));
        if (kills > 0) {
            line(text, "killed", String.format(Locale.ROOT, "%,d times", kills));
        }
        line(text, "lines", String.format(Locale.ROOT, "%,d in the log", load.lines()));
        line(
                text,
                "rows",
                String.format(
                        Locale.ROOT,
                        "%,d loaded + %,d rejected = %,d",
                        load.rows(),
                        load.rejected(),
                        load.rows() + load.rejected()));
        line(text, "billed", String.format(Locale.ROOT, "%.1f s", billedMillis / 1_000.0));
        line(text, "cost", String.format(Locale.ROOT, "$%.6f", costUsd));
        text.append("\n  most requested\n");
        for (PathCount path : load.topPaths()) {
            text.append(String.format(Locale.ROOT, "  %,8d  %s%n", path.requests(), Printable.of(path.path())));
        }
        return text.toString();
    }

    /** Writes it as JSON. */
    void write(Path file) throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("status").string(chain.status());
        out.field("hops").integer(chain.hops());
        out.field("steps").integer(chain.steps());
        out.field("lines").integer(load.lines());
        out.field("rows").integer(load.rows());
        out.field("rejected").integer(load.rejected());
        out.field("kills").integer(kills);
        out.field("billedMillis").integer(billedMillis);
        out.field("costUsd").float64(costUsd);
        out.endObject();
        Files.writeString(file, out.finish() + "\n");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-9s %s%n", name, value));
    }
}
