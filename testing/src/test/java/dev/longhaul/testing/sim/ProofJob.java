package dev.longhaul.testing.sim;

import dev.longhaul.runtime.job.HopControl;
import dev.longhaul.runtime.job.Job;
import dev.longhaul.runtime.job.JobFactory;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A job whose state tells whether every step was applied exactly once and in order: each step hashes its own number into
 * it. Its effects on the outside go through the idempotency key.
 */
final class ProofJob implements JobFactory {

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final JobOptions options;
    private final int target;
    /** The effects by their idempotency key: what was done, however often. */
    final Map<String, Long> effects = new HashMap<>();
    /** How often a step was done, all told. */
    int executions;

    ProofJob(JobOptions options, int target) {
        this.options = options;
        this.target = target;
    }

    /** The hash after so many steps. */
    static long hash(long steps) {
        long hash = SEED;
        for (long step = 0; step < steps; step++) {
            hash = next(hash, step);
        }
        return hash;
    }

    /** The state after so many steps, as it is stored. */
    static String state(long steps) {
        return "{\"count\":" + steps + ",\"hash\":" + hash(steps) + "}";
    }

    int target() {
        return target;
    }

    @Override
    public JobOptions options() {
        return options;
    }

    @Override
    public void checkEvent(StateReader event) throws IOException {
        event.skip();
    }

    @Override
    public Job create(HopControl hop) {
        return new Hashing(hop);
    }

    private static long next(long hash, long step) {
        long mixed = (hash ^ step) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 31);
    }

    private final class Hashing implements Job {
        private final HopControl hop;
        private long count;
        private long hash = SEED;

        Hashing(HopControl hop) {
            this.hop = hop;
        }

        @Override
        public void start(StateReader event) {
            hash = SEED;
        }

        @Override
        public void step() {
            apply();
            if (count % 5 == 0 && count < target) {
                hop.checkpoint();
            }
            if (count % 7 == 0 && count < target) {
                // More than one unit in a step, with a checkpoint between them.
                hop.checkpoint();
                apply();
            }
        }

        private void apply() {
            executions++;
            String key = hop.idempotencyKey();
            Long before = effects.putIfAbsent(key, count);
            if (before != null && before != count) {
                throw new AssertionError(
                        "the units " + before + " and " + count + " were done under one idempotency key, " + key);
            }
            hash = next(hash, count);
            count++;
        }

        @Override
        public boolean isDone() {
            return count >= target;
        }

        @Override
        public void complete(StateWriter result) throws IOException {
            result.integer(hash);
        }

        @Override
        public void fail(Throwable failure) {}

        @Override
        public void save(StateWriter out) throws IOException {
            out.beginObject();
            out.field("count").integer(count);
            out.field("hash").integer(hash);
            out.endObject();
        }

        @Override
        public void restore(StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "count" -> count = in.int64();
                    case "hash" -> hash = in.int64();
                    default -> in.skip();
                }
            }
        }

        @Override
        public void close() {}
    }
}
