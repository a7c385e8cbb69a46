package dev.longhaul.processor.model;

import java.util.List;

/** The options of {@code @LongRunning}, as written or by default; the javadoc of each is there. */
public record Options(
        Located<String> name,
        Timing timing,
        Limits limits,
        Function function,
        Located<String> schedule,
        Located<Boolean> singleChain,
        Located<List<String>> dropped) {

    /** When a hop ends. */
    public record Timing(
            Located<Long> safeMillis,
            Located<Long> tickMillis,
            Located<Long> timeoutMillis,
            Located<Long> maxStepMillis,
            Located<Boolean> adaptive) {}

    /** What ends a chain that does not end by itself. */
    public record Limits(
            Located<Integer> maxHops,
            Located<Integer> maxStalledHops,
            Located<Integer> maxWakes,
            Located<Double> maxCostUsd,
            Located<Long> maxDurationMillis) {}

    /** What the function is deployed on. */
    public record Function(
            Located<Integer> memoryMegabytes,
            Located<Architecture> architecture,
            Located<Compute> compute,
            List<Variable> environment) {}

    /** Hand off as soon as less than this remains. */
    public Located<Long> safeMillis() {
        return timing.safeMillis();
    }

    /** How often the watchdog looks. */
    public Located<Long> tickMillis() {
        return timing.tickMillis();
    }

    /** The function's timeout. */
    public Located<Long> timeoutMillis() {
        return timing.timeoutMillis();
    }

    /** The longest that one step takes. */
    public Located<Long> maxStepMillis() {
        return timing.maxStepMillis();
    }

    /** Whether safeMillis is a ceiling. */
    public Located<Boolean> adaptive() {
        return timing.adaptive();
    }

    /** The hops after which the chain is stopped. */
    public Located<Integer> maxHops() {
        return limits.maxHops();
    }

    /** The invocations in a row without a committed step that end the chain. */
    public Located<Integer> maxStalledHops() {
        return limits.maxStalledHops();
    }

    /** The waits without an invocation after which the chain is stopped. */
    public Located<Integer> maxWakes() {
        return limits.maxWakes();
    }

    /** The most that the chain may cost. */
    public Located<Double> maxCostUsd() {
        return limits.maxCostUsd();
    }

    /** The time after its start at which the chain is stopped. */
    public Located<Long> maxDurationMillis() {
        return limits.maxDurationMillis();
    }

    /** The function's memory. */
    public Located<Integer> memoryMegabytes() {
        return function.memoryMegabytes();
    }

    /** The function's instruction set. */
    public Located<Architecture> architecture() {
        return function.architecture();
    }

    /** What the function runs on. */
    public Located<Compute> compute() {
        return function.compute();
    }

    /** The environment variables that the job needs. */
    public List<Variable> environment() {
        return function.environment();
    }

    /** Whether a start is skipped while an earlier chain of the job is alive. */
    public boolean oneAtATime() {
        return singleChain.value() || !schedule.value().isEmpty();
    }

    /** Whether the job runs on Lambda Managed Instances. */
    public boolean managed() {
        return compute().value() == Compute.MANAGED_INSTANCES;
    }

    /** Whether the function's environments begin with a snapshot. */
    public boolean snapStart() {
        return compute().value() == Compute.SNAP_START;
    }
}
