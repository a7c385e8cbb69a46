package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.engine.Job;
import dev.longhaul.runtime.engine.UnreadableSignalException;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;

/** One job object in one hop, called through its handler. */
final class HandledJob<J> implements Job {

    private final LongRunningHandler<J> handler;
    private final J job;
    private final JobContext context;

    HandledJob(LongRunningHandler<J> handler, J job, JobContext context) {
        this.handler = handler;
        this.job = job;
        this.context = context;
    }

    @Override
    public void start(StateReader event) throws Exception {
        handler.onStart(job, event, context);
    }

    @Override
    public void signal(Signal signal) throws Exception {
        try {
            handler.checkSignal(signal.name(), new StateReader(signal.payload()));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableSignalException(signal.name(), e);
        }
        handler.onSignal(job, signal.name(), new StateReader(signal.payload()), context);
    }

    @Override
    public void step() throws Exception {
        handler.step(job, context);
    }

    @Override
    public boolean isDone() throws Exception {
        return handler.isDone(job, context);
    }

    @Override
    public void complete(StateWriter result) throws Exception {
        handler.onComplete(job, result, context);
    }

    @Override
    public void fail(Throwable failure) throws Exception {
        handler.onFailure(job, failure, context);
    }

    @Override
    public void save(StateWriter out) throws IOException {
        try {
            handler.writeState(job, out);
        } catch (RuntimeException e) {
            // A codec's, or that of a getter or a collection: its message may have a value in it.
            throw out.failure("it can't be saved", e);
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        try {
            handler.readState(job, in);
        } catch (RuntimeException e) {
            // A constructor's or a setter's: its message may have a value in it.
            throw in.failure("it can't be restored", e);
        }
    }

    @Override
    public void close() throws Exception {
        if (job instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
