package dev.longhaul.benchmarks.report;

import dev.longhaul.benchmarks.compile.Tool;
import dev.longhaul.benchmarks.compile.Tools;
import dev.longhaul.benchmarks.compile.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The times of a run as tables in Markdown, with ratios to {@value Tools#STANDARD}. */
public final class Tables {

    private final List<Tool> tools;
    private final Tool standard;

    /** Tables of some tools, the standard one among them. */
    public Tables(List<Tool> tools) {
        this.tools = List.copyOf(tools);
        standard = tools.stream()
                .filter(tool -> tool.name().equals(Tools.STANDARD))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the tools need " + Tools.STANDARD + " among them"));
    }

    /** What a cold compilation takes. */
    public String cold(Times times, int classes) {
        StringBuilder table = new StringBuilder("| tool | without | with | added | : " + Tools.STANDARD
                + " | processing only | : " + Tools.STANDARD + " |\n|---|---|---|---|---|---|---|\n");
        for (Tool tool : tools) {
            double added = times.added(tool, Variant.PLAIN, Variant.PROCESSED, classes);
            double only = times.added(tool, Variant.ONLY_NO_OP, Variant.ONLY_PROCESSOR, classes);
            row(
                    table,
                    tool.name(),
                    whole(times.median(tool, Variant.PLAIN, classes)),
                    whole(times.median(tool, Variant.PROCESSED, classes)),
                    whole(added),
                    ratio(added, times.added(standard, Variant.PLAIN, Variant.PROCESSED, classes)),
                    whole(only),
                    ratio(only, times.added(standard, Variant.ONLY_NO_OP, Variant.ONLY_PROCESSOR, classes)));
        }
        return table.toString();
    }

    /** What is added to the compilation of a domain model. */
    public static String model(Times times, Tool tool, int classes) {
        StringBuilder table = new StringBuilder("| without | with | added |\n|---|---|---|\n");
        row(
                table,
                whole(times.median(tool, Variant.PLAIN, classes)),
                whole(times.median(tool, Variant.PROCESSED, classes)),
                whole(times.added(tool, Variant.PLAIN, Variant.PROCESSED, classes)));
        return table.toString();
    }

    /** What is added to warm compilations of some sizes. */
    public String totals(Times times, List<Integer> sizes) {
        StringBuilder table = new StringBuilder("| tool |");
        sizes.forEach(size -> table.append(' ')
                .append(size)
                .append(" classes | : ")
                .append(Tools.STANDARD)
                .append(" |"));
        table.append("\n|---|").append("---|---|".repeat(sizes.size())).append('\n');
        for (Tool tool : tools) {
            List<String> cells = new ArrayList<>(List.of(tool.name()));
            for (int size : sizes) {
                double added = times.added(tool, Variant.PLAIN, Variant.PROCESSED, size);
                cells.add(whole(added));
                cells.add(ratio(added, times.added(standard, Variant.PLAIN, Variant.PROCESSED, size)));
            }
            row(table, cells.toArray(String[]::new));
        }
        return table.toString();
    }

    /** What a warm compilation takes: for each class, and whatever their number. */
    public String warm(Times times, List<Integer> sizes) {
        int small = sizes.get(0);
        int large = sizes.get(sizes.size() - 1);
        StringBuilder table = new StringBuilder("| tool | added a class | : " + Tools.STANDARD + " | added fixed | : "
                + Tools.STANDARD + " | processing only, a class | : " + Tools.STANDARD + " | fixed | : "
                + Tools.STANDARD + " |\n|---|---|---|---|---|---|---|---|---|\n");
        Line added = line(times, standard, Variant.PLAIN, Variant.PROCESSED, small, large);
        Line only = line(times, standard, Variant.ONLY_NO_OP, Variant.ONLY_PROCESSOR, small, large);
        for (Tool tool : tools) {
            Line own = line(times, tool, Variant.PLAIN, Variant.PROCESSED, small, large);
            Line ownOnly = line(times, tool, Variant.ONLY_NO_OP, Variant.ONLY_PROCESSOR, small, large);
            row(
                    table,
                    tool.name(),
                    fine(own.slope()),
                    ratio(own.slope(), added.slope()),
                    whole(own.fixed()),
                    ratio(own.fixed(), added.fixed()),
                    fine(ownOnly.slope()),
                    ratio(ownOnly.slope(), only.slope()),
                    whole(ownOnly.fixed()),
                    ratio(ownOnly.fixed(), only.fixed()));
        }
        return table.toString();
    }

    /** A time that grows with the number of classes. */
    private record Line(double slope, double fixed) {}

    private static Line line(Times times, Tool tool, Variant without, Variant with, int small, int large) {
        double ofSmall = times.added(tool, without, with, small);
        double slope = (times.added(tool, without, with, large) - ofSmall) / (large - small);
        return new Line(slope, ofSmall - slope * small);
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String whole(double millis) {
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }

    private static String fine(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static String ratio(double one, double other) {
        return String.format(Locale.ROOT, "%.2f", one / other);
    }
}
