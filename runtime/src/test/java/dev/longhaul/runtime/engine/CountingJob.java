package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.RetryLaterException;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A job that counts to a number, one a step; what else its steps do is for the test to say. */
final class CountingJob implements JobFactory {

    /** What a step does besides counting. */
    interface Effect {
        void at(int count, HopControl hop) throws Exception;
    }

    private final JobOptions options;
    private final int target;
    private final Effect effect;
    final List<String> calls = new ArrayList<>();
    Effect onFailure = (count, hop) -> {};
    Effect onSignal = (count, hop) -> {};
    Runnable onClose = () -> {};
    Predicate<Throwable> mayRetry = failure -> true;

    CountingJob(JobOptions options, int target, Effect effect) {
        this.options = options;
        this.target = target;
        this.effect = effect;
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
    public void checkSignal(String name, StateReader payload) throws IOException {
        if (!name.equals("add")) {
            throw new IllegalArgumentException("the job Count has no @OnSignal(\"" + name + "\"), but of add");
        }
        payload.int32();
    }

    @Override
    public @Nullable Duration retryDelay(Throwable failure) {
        return failure instanceof RetryLaterException later ? later.delay() : null;
    }

    @Override
    public boolean mayRetry(Throwable failure) {
        return mayRetry.test(failure);
    }

    @Override
    public Job create(HopControl hop) {
        calls.add("create");
        return new Counting(hop);
    }

    private final class Counting implements Job {
        private final HopControl hop;
        private int count;

        Counting(HopControl hop) {
            this.hop = hop;
        }

        @Override
        public void start(StateReader event) throws IOException {
            calls.add("start " + event.raw());
        }

        @Override
        public void signal(Signal signal) throws Exception {
            calls.add(signal.name() + ' ' + signal.payload());
            count += Integer.parseInt(signal.payload());
            onSignal.at(count, hop);
        }

        @Override
        public void step() throws Exception {
            count++;
            effect.at(count, hop);
        }

        @Override
        public boolean isDone() {
            return count >= target;
        }

        @Override
        public void complete(StateWriter result) throws IOException {
            calls.add("complete");
            result.string("counted to " + count);
        }

        @Override
        public void fail(Throwable failure) throws Exception {
            calls.add("fail " + failure.getMessage());
            onFailure.at(count, hop);
        }

        @Override
        public void save(StateWriter out) throws IOException {
            out.beginObject();
            out.field("count").integer(count);
            out.endObject();
        }

        @Override
        public void restore(StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                if (in.name().equals("count")) {
                    count = in.int32();
                } else {
                    in.skip();
                }
            }
        }

        @Override
        public void close() {
            calls.add("close");
            onClose.run();
        }
    }
}
