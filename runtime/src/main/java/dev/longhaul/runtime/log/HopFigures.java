package dev.longhaul.runtime.log;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.job.JobOptions.Price;
import dev.longhaul.runtime.protocol.Spent;
import java.util.ArrayList;
import java.util.List;

/** What a hop has come to, in figures: those of the hop, and those of its chain by then. */
public final class HopFigures {

    /**
     * A figure.
     *
     * @param name its name, which ends in what it counts
     * @param unit CloudWatch's name of that
     */
    record Figure(String name, String unit, double value) {}

    private static final String COUNT = "Count";
    private static final String MILLIS = "Milliseconds";
    private static final String NO_UNIT = "None";

    private final List<Figure> all = new ArrayList<>();

    private HopFigures() {}

    /**
     * The figures of a hop that has just ended.
     *
     * @param left the chain as the hop has left it
     * @param price what its time costs
     * @param checkpointMillis the longest write of a checkpoint on the way; 0 for none
     * @param remainingMillis what was left of the invocation
     */
    public static HopFigures of(ChainRecord left, Price price, long checkpointMillis, long remainingMillis) {
        HopFigures figures = new HopFigures();
        HopEntry hop = left.lastHop();
        if (hop != null) {
            figures.add("steps", COUNT, hop.steps());
            figures.add("hopMillis", MILLIS, hop.endedAt() - hop.startedAt());
            figures.gap(left.history(), hop);
            if (hop.end() == End.HANDED_OFF) {
                figures.add("safeMarginMillis", MILLIS, remainingMillis);
            }
        }
        if (checkpointMillis > 0) {
            figures.add("checkpointMillis", MILLIS, checkpointMillis);
        }
        figures.chain(left, price);
        return figures;
    }

    /** The time in which the chain had no invocation, though it did not wait. */
    private void gap(List<HopEntry> history, HopEntry hop) {
        HopEntry before = history.size() < 2 ? null : history.get(history.size() - 2);
        if (before != null && before.end() == End.HANDED_OFF) {
            add("handoffGapMillis", MILLIS, hop.startedAt() - before.endedAt());
        }
    }

    private void chain(ChainRecord left, Price price) {
        long age = left.updatedAt() - left.startedAt();
        Spent spent = Spent.inAll(left, left.updatedAt());
        double cost = price.usd(spent.billedMillis(), spent.claims());
        add("ageMillis", MILLIS, age);
        add("costUsd", NO_UNIT, rounded(cost));
        Progress progress = left.progress();
        if (progress != null && progress.done() > 0 && progress.total() > 0) {
            double toGo = (double) Math.max(0, progress.total() - progress.done()) / (double) progress.done();
            add("millisToGo", MILLIS, Math.rint((double) age * toGo));
            add("usdToGo", NO_UNIT, rounded(cost * toGo));
        }
    }

    /** To a billionth: a request costs two hundred of them. */
    private static double rounded(double usd) {
        return Math.rint(usd * 1e9) / 1e9;
    }

    private void add(String name, String unit, long value) {
        add(name, unit, (double) value);
    }

    private void add(String name, String unit, double value) {
        all.add(new Figure(name, unit, value));
    }

    List<Figure> all() {
        return all;
    }
}
