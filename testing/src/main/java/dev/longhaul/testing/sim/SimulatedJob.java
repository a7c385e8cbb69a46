package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.engine.HopControl;
import dev.longhaul.runtime.engine.Job;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.testing.sim.Point.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A job whose steps are points, and take virtual time. */
final class SimulatedJob implements JobFactory {

    private final JobOptions options;
    private final JobFactory job;
    private final SimProcess process;
    private final SimStore.SimPoints points;
    private final Tempo tempo;

    SimulatedJob(JobOptions options, JobFactory job, SimProcess process, SimStore.SimPoints points, Tempo tempo) {
        this.options = options;
        this.job = job;
        this.process = process;
        this.points = points;
        this.tempo = tempo;
    }

    @Override
    public JobOptions options() {
        return options;
    }

    @Override
    public void checkEvent(StateReader event) throws IOException {
        job.checkEvent(event);
    }

    @Override
    public void checkSignal(String name, StateReader payload) throws IOException {
        job.checkSignal(name, payload);
    }

    @Override
    public @Nullable Duration retryDelay(Throwable failure) {
        return job.retryDelay(failure);
    }

    @Override
    public boolean mayRetry(Throwable failure) {
        return job.mayRetry(failure);
    }

    @Override
    public Job create(HopControl hop) throws Exception {
        HopControl timed = tempo.unitMillis() == 0 ? hop : new SimHop(hop, process, tempo.unitMillis());
        return new Stepping(job.create(timed), hop);
    }

    private final class Stepping implements Job {

        private final Job inner;
        private final HopControl hop;

        Stepping(Job inner, HopControl hop) {
            this.inner = inner;
            this.hop = hop;
        }

        @Override
        public void signal(Signal signal) throws Exception {
            inner.signal(signal);
        }

        @Override
        public void step() throws Exception {
            AtomicReference<@Nullable Exception> thrown = new AtomicReference<>();
            points.call(
                    Call.STEP,
                    () -> {
                        thrown.set(stepped());
                        return true;
                    },
                    () -> new IllegalStateException("the step failed: the test says so"));
            Exception failure = thrown.get();
            if (failure != null) {
                throw failure;
            }
            switch (tempo.seam()) {
                case NONE -> {}
                case CHECKPOINT -> process.look();
                case HANDOFF -> process.leave(options.timing().safeMillis());
            }
        }

        private @Nullable Exception stepped() {
            try {
                process.spend(tempo.stepMillis().applyAsLong(hop.stepNumber()));
                inner.step();
                return null;
            } catch (Exception e) {
                return e;
            }
        }

        @Override
        public void start(StateReader event) throws Exception {
            inner.start(event);
        }

        @Override
        public boolean isDone() throws Exception {
            return inner.isDone();
        }

        @Override
        public void complete(StateWriter result) throws Exception {
            inner.complete(result);
        }

        @Override
        public void fail(Throwable failure) throws Exception {
            inner.fail(failure);
        }

        @Override
        public void save(StateWriter out) throws IOException {
            inner.save(out);
        }

        @Override
        public void restore(StateReader in) throws IOException {
            inner.restore(in);
        }

        @Override
        public void close() throws Exception {
            // A process that was killed closes nothing.
            process.requireAlive();
            inner.close();
        }
    }
}
