package dev.longhaul.processor.model;

import java.util.List;

/** The options of {@code @LongRunning}, as written or by default; the javadoc of each is there. */
public record Options(
        Located<String> name,
        Located<Long> safeMillis,
        Located<Long> tickMillis,
        Located<Long> timeoutMillis,
        Located<Long> maxStepMillis,
        Located<Integer> maxHops,
        Located<Integer> maxStalledHops,
        Located<Integer> memoryMegabytes,
        Located<Architecture> architecture,
        Located<Compute> compute,
        Located<Double> maxCostUsd,
        Located<Long> maxDurationMillis,
        Located<Boolean> adaptive,
        Located<String> schedule,
        Located<List<String>> dropped) {

    /** Whether the job runs on Lambda Managed Instances. */
    public boolean managed() {
        return compute.value() == Compute.MANAGED_INSTANCES;
    }
}
