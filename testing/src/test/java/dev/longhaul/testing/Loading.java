package dev.longhaul.testing;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.function.LongUnaryOperator;

/** A job that loads rows into a service for a while, as many at a time as it is given, and the handler for it. */
final class Loading {

    /** What each call of the service takes, besides its rows. */
    static final long CALL_MILLIS = 100;

    /** The rows of each phase so far. */
    final int[] rows = new int[3];

    long startedAt;

    static LongRunningHandler<Loading> handler(
            int min, int max, int phases, long phaseMillis, LongUnaryOperator rowMillis) {
        return new Handler(min, max, phases, phaseMillis, rowMillis);
    }

    private static final class Handler extends LongRunningHandler<Loading> {

        private final int min;
        private final int max;
        private final int phases;
        private final long phaseMillis;
        private final LongUnaryOperator rowMillis;

        Handler(int min, int max, int phases, long phaseMillis, LongUnaryOperator rowMillis) {
            super(JobOptions.named("Loading").build());
            this.min = min;
            this.max = max;
            this.phases = phases;
            this.phaseMillis = phaseMillis;
            this.rowMillis = rowMillis;
        }

        @Override
        protected Loading create() {
            return new Loading();
        }

        @Override
        protected void onStart(Loading job, StateReader event, JobContext context) {
            job.startedAt = context.now().toEpochMilli();
        }

        @Override
        protected void step(Loading job, JobContext context) {
            int phase = phase(job, context);
            int batch = context.batchSize(min, max);
            long until = context.now().toEpochMilli() + CALL_MILLIS + batch * rowMillis.applyAsLong(phase);
            while (context.now().isBefore(Instant.ofEpochMilli(until))) {
                // Each look at the clock takes its time.
            }
            job.rows[Math.min(phase, phases - 1)] += batch;
        }

        private int phase(Loading job, JobContext context) {
            return (int) ((context.now().toEpochMilli() - job.startedAt) / phaseMillis);
        }

        @Override
        protected boolean isDone(Loading job, JobContext context) {
            return phase(job, context) >= phases;
        }

        @Override
        protected void writeState(Loading job, StateWriter out) throws IOException {
            out.beginObject();
            out.field("startedAt").integer(job.startedAt);
            for (int phase = 0; phase < phases; phase++) {
                out.field("rows" + phase).integer(job.rows[phase]);
            }
            out.endObject();
        }

        @Override
        protected void readState(Loading job, StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                if (in.at("startedAt")) {
                    job.startedAt = in.int64();
                } else {
                    int phase = Integer.parseInt(in.name().substring("rows".length()));
                    job.rows[phase] = in.int32();
                }
            }
        }
    }
}
