package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.function.IntFunction;

/** A job without an end, whose state is a text of the test's choosing. */
final class TextJob implements JobFactory {

    private final JobOptions options;
    private final IntFunction<String> text;
    Runnable step = () -> {};

    /** A job with a text for each number of steps. */
    TextJob(JobOptions options, IntFunction<String> text) {
        this.options = options;
        this.text = text;
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
        return new Writing();
    }

    private final class Writing implements Job {
        private int count;

        @Override
        public void start(StateReader event) {}

        @Override
        public void step() {
            count++;
            step.run();
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public void complete(StateWriter result) throws IOException {
            result.nothing();
        }

        @Override
        public void fail(Throwable failure) {}

        @Override
        public void save(StateWriter out) throws IOException {
            out.beginObject();
            out.field("count").integer(count);
            out.field("text").string(text.apply(count));
            out.endObject();
        }

        @Override
        public void restore(StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                if (in.at("count")) {
                    count = in.int32();
                } else {
                    in.skip();
                }
            }
        }

        @Override
        public void close() {}
    }
}
