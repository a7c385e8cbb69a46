package dev.longhaul.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of something and of its floor, measured in turns, so that what disturbs one disturbs the other. */
final class Pairs {

    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> floors = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    void add(double time, double floor) {
        times.add(time);
        floors.add(floor);
        ratios.add(time / floor);
    }

    /** A row of a table: the medians of both, and the median of their ratios with its quartiles. */
    String row(String what) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | %.2f (%.2f to %.2f) |",
                what,
                quantile(floors, 0.5),
                quantile(times, 0.5),
                quantile(ratios, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75));
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) (part * (sorted.size() - 1)));
    }
}
