package dev.longhaul.testing;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.function.IntConsumer;

/** A job that copies rows, as many in a step as it is given, and the handler for it. */
final class Copying {

    int next;

    static LongRunningHandler<Copying> handler(int rows, IntConsumer copy) {
        return new Handler(rows, copy);
    }

    private static final class Handler extends LongRunningHandler<Copying> {

        private final int rows;
        private final IntConsumer copy;

        Handler(int rows, IntConsumer copy) {
            super(JobOptions.named("Copying").build());
            this.rows = rows;
            this.copy = copy;
        }

        @Override
        protected Copying create() {
            return new Copying();
        }

        @Override
        protected void step(Copying job, JobContext context) {
            int until = Math.min(rows, job.next + context.batchSize(1, 100));
            while (job.next < until) {
                copy.accept(job.next++);
            }
        }

        @Override
        protected boolean isDone(Copying job, JobContext context) {
            return job.next == rows;
        }

        @Override
        protected void writeState(Copying job, StateWriter out) throws IOException {
            out.beginObject();
            out.field("next").integer(job.next);
            out.endObject();
        }

        @Override
        protected void readState(Copying job, StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                job.next = in.int32();
            }
        }
    }
}
