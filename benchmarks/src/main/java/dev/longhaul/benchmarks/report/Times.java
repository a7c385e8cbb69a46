package dev.longhaul.benchmarks.report;

import dev.longhaul.benchmarks.compile.Case;
import dev.longhaul.benchmarks.compile.Sample;
import dev.longhaul.benchmarks.compile.Tool;
import dev.longhaul.benchmarks.compile.Variant;
import java.util.Arrays;
import java.util.List;

/** One kind of time of all samples of a run, in milliseconds. */
public final class Times {

    private static final double NANOS = 1_000_000;

    private final List<Sample> samples;
    private final Kind kind;

    /**
     * Times.
     *
     * @param samples all samples, round by round
     * @param kind which time
     */
    public Times(List<Sample> samples, Kind kind) {
        this.samples = List.copyOf(samples);
        this.kind = kind;
    }

    /** The median of a case. */
    double median(Tool tool, Variant variant, int classes) {
        return median(all(tool, variant, classes));
    }

    /** The median over the rounds of what one variant takes beyond another in the same round. */
    double added(Tool tool, Variant without, Variant with, int classes) {
        double[] less = all(tool, without, classes);
        double[] more = all(tool, with, classes);
        double[] added = new double[more.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = more[i] - less[i];
        }
        return median(added);
    }

    private double[] all(Tool tool, Variant variant, int classes) {
        String id = new Case(tool, variant, classes).id();
        return samples.stream()
                .filter(sample -> sample.id().equals(id))
                .mapToDouble(sample -> kind.of(sample) / NANOS)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
