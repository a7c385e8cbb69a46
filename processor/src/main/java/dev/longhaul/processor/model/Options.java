package dev.longhaul.processor.model;

/** The options of {@code @LongRunning}, as written or by default; the javadoc of each is there. */
public record Options(
        Located<String> name,
        Located<Long> safeMillis,
        Located<Long> tickMillis,
        Located<Long> timeoutMillis,
        Located<Long> maxStepMillis,
        Located<Integer> maxHops,
        Located<Integer> maxStalledHops,
        Located<Integer> maxStepAttempts,
        Located<Integer> memoryMegabytes,
        Located<String> architecture,
        Located<String> compute,
        Located<Double> maxCostUsd,
        Located<Long> maxDurationMillis,
        Located<Boolean> adaptive,
        Located<String> schedule) {

    /** Whether the job runs on Lambda Managed Instances. */
    public boolean managed() {
        return compute.value().equals("MANAGED_INSTANCES");
    }

    /** The longest timeout that the job's compute allows, in milliseconds. */
    public long timeoutLimit() {
        return managed() ? 5_400_000 : 900_000;
    }

    /** The least memory that the job's compute allows, in megabytes. */
    public int leastMemory() {
        return managed() ? 2_048 : 128;
    }

    /** The most memory that the job's compute allows, in megabytes. */
    public int mostMemory() {
        return managed() ? 32_768 : 10_240;
    }
}
