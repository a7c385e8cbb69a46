package dev.longhaul.runtime.job;

import java.util.List;

/**
 * What {@code @LongRunning} says of a job, as its generated handler passes it on; the processor has checked it. Immutable.
 *
 * @param name the job's name
 * @param stateSchema a fingerprint of the form in which the state is stored
 * @param timing the times of an invocation
 * @param limits what ends a chain that does not end by itself
 * @param retry how a step that throws is tried again
 * @param price what the function's time costs
 * @param needs what has to be so where a function or a chain starts
 */
public record JobOptions(
        String name, String stateSchema, Timing timing, Limits limits, Retry retry, Price price, Needs needs) {

    /** Whether a start is skipped while an earlier chain of the job is alive. */
    public boolean singleChain() {
        return needs.singleChain();
    }

    /** The environment variables without which a function does not start. */
    public List<String> environment() {
        return needs.environment();
    }

    /** Begins the options of a job, with the defaults of {@code @LongRunning}. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Begins the options that differ from these in what is called on the builder. */
    public Builder change() {
        Builder changed = new Builder(name);
        changed.stateSchema = stateSchema;
        changed.safeMillis = timing.safeMillis();
        changed.tickMillis = timing.tickMillis();
        changed.timeoutMillis = timing.timeoutMillis();
        changed.maxStepMillis = timing.maxStepMillis();
        changed.maxHops = limits.maxHops();
        changed.maxStalledHops = limits.maxStalledHops();
        changed.maxWakes = limits.maxWakes();
        changed.retry = retry;
        changed.memoryMegabytes = price.memoryMegabytes();
        changed.usdPerGigabyteSecond = price.usdPerGigabyteSecond();
        changed.maxCostUsd = limits.maxCostUsd();
        changed.maxDurationMillis = limits.maxDurationMillis();
        changed.adaptive = timing.adaptive();
        changed.singleChain = needs.singleChain();
        changed.environment = needs.environment();
        return changed;
    }

    /** Collects options, one call each. */
    public static final class Builder {

        private final String name;
        private String stateSchema = "";
        private long safeMillis = 60_000;
        private long tickMillis = 10_000;
        private long timeoutMillis = 900_000;
        private long maxStepMillis;
        private int maxHops = 96;
        private int maxStalledHops = 3;
        private int maxWakes = 10_000;
        private Retry retry = Retry.DEFAULT;
        private int memoryMegabytes = 1_769;
        private double usdPerGigabyteSecond = 0.0000133334;
        private double maxCostUsd;
        private long maxDurationMillis;
        private boolean adaptive;
        private boolean singleChain;
        private List<String> environment = List.of();

        private Builder(String name) {
            this.name = name;
        }

        /** A fingerprint of the form in which the state is stored. */
        public Builder stateSchema(String fingerprint) {
            stateSchema = fingerprint;
            return this;
        }

        /** Hand off as soon as less than this remains. */
        public Builder safeMillis(long millis) {
            safeMillis = millis;
            return this;
        }

        /** How often the watchdog looks. */
        public Builder tickMillis(long millis) {
            tickMillis = millis;
            return this;
        }

        /** The declared timeout of the function. */
        public Builder timeoutMillis(long millis) {
            timeoutMillis = millis;
            return this;
        }

        /** The longest that one step takes. */
        public Builder maxStepMillis(long millis) {
            maxStepMillis = millis;
            return this;
        }

        /** The hops after which the chain is stopped. */
        public Builder maxHops(int hops) {
            maxHops = hops;
            return this;
        }

        /** The invocations in a row without a committed step that end the chain. */
        public Builder maxStalledHops(int hops) {
            maxStalledHops = hops;
            return this;
        }

        /** The waits without an invocation after which the chain is stopped. */
        public Builder maxWakes(int wakes) {
            maxWakes = wakes;
            return this;
        }

        /** How a step that throws is tried again: see {@link Retry}. */
        public Builder retry(int attempts, long firstDelayMillis, long maxDelayMillis) {
            retry = new Retry(attempts, firstDelayMillis, maxDelayMillis);
            return this;
        }

        /** The function's memory. */
        public Builder memoryMegabytes(int megabytes) {
            memoryMegabytes = megabytes;
            return this;
        }

        /** The price of the function's memory and architecture. */
        public Builder usdPerGigabyteSecond(double usd) {
            usdPerGigabyteSecond = usd;
            return this;
        }

        /** The most that the chain may cost. */
        public Builder maxCostUsd(double usd) {
            maxCostUsd = usd;
            return this;
        }

        /** The time after its start at which the chain is stopped. */
        public Builder maxDurationMillis(long millis) {
            maxDurationMillis = millis;
            return this;
        }

        /** Makes safeMillis a ceiling. */
        public Builder adaptive(boolean on) {
            adaptive = on;
            return this;
        }

        /** Skips a start while an earlier chain of the job is alive. */
        public Builder singleChain(boolean on) {
            singleChain = on;
            return this;
        }

        /** The environment variables without which a function does not start. */
        public Builder environment(String... names) {
            environment = List.of(names);
            return this;
        }

        /** The options. */
        public JobOptions build() {
            return new JobOptions(
                    name,
                    stateSchema,
                    new Timing(safeMillis, tickMillis, timeoutMillis, maxStepMillis, adaptive),
                    new Limits(maxHops, maxStalledHops, maxWakes, maxCostUsd, maxDurationMillis),
                    retry,
                    new Price(memoryMegabytes, usdPerGigabyteSecond),
                    new Needs(singleChain, environment));
        }
    }

    /**
     * The times of an invocation, in milliseconds. Immutable.
     *
     * @param safeMillis hand off as soon as less than this remains
     * @param tickMillis how often the watchdog looks
     * @param timeoutMillis the declared timeout of the function
     * @param maxStepMillis the longest that one step takes, or 0 where that is not known
     * @param adaptive whether safeMillis is a ceiling
     */
    public record Timing(long safeMillis, long tickMillis, long timeoutMillis, long maxStepMillis, boolean adaptive) {}

    /**
     * What ends a chain that does not end by itself. Immutable.
     *
     * @param maxHops the hops after which the chain is stopped
     * @param maxStalledHops the invocations in a row without a committed step that end the chain
     * @param maxWakes the waits without an invocation after which the chain is stopped
     * @param maxCostUsd the most that the chain may cost, or 0 for no bound
     * @param maxDurationMillis the time after its start at which the chain is stopped, or 0 for no bound
     */
    public record Limits(int maxHops, int maxStalledHops, int maxWakes, double maxCostUsd, long maxDurationMillis) {}

    /**
     * What has to be so where a function or a chain starts. Immutable.
     *
     * @param singleChain whether a start is skipped while an earlier chain of the job is alive
     * @param environment the environment variables without which a function does not start
     */
    public record Needs(boolean singleChain, List<String> environment) {}

    /**
     * What a function's time costs.
     *
     * @param memoryMegabytes the function's memory
     * @param usdPerGigabyteSecond the price of its memory and architecture
     */
    public record Price(int memoryMegabytes, double usdPerGigabyteSecond) {

        private static final double USD_PER_REQUEST = 0.20 / 1_000_000;

        /** What so many requests cost that were billed so many milliseconds in all, in US dollars. */
        public double usd(long billedMillis, long requests) {
            return billedMillis / 1_000.0 * memoryMegabytes / 1_024.0 * usdPerGigabyteSecond
                    + requests * USD_PER_REQUEST;
        }
    }
}
