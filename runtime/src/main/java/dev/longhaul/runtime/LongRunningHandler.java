package dev.longhaul.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The Lambda entry point of a job. The processor writes a subclass for each job, which says how to call its members;
 * everything else is here and below. Thread-safe: nothing of an invocation lives in the handler.
 *
 * @param <J> the job class
 */
public abstract class LongRunningHandler<J> implements RequestStreamHandler {

    private final JobOptions options;

    /** Makes the handler of a job. */
    protected LongRunningHandler(JobOptions options) {
        this.options = options;
    }

    /** A new job object. */
    protected abstract J create() throws Exception;

    /** Calls the {@code @OnStart} method, where there is one, with what it takes of the start event. */
    protected void onStart(J job, StateReader event, JobContext context) throws Exception {}

    /** Calls the {@code @Step} method. */
    protected abstract void step(J job, JobContext context) throws Exception;

    /** Calls the {@code @Terminate} methods: whether any answers true. */
    protected abstract boolean isDone(J job, JobContext context) throws Exception;

    /** Calls the {@code @OnComplete} method, where there is one, and writes what it returns. */
    protected void onComplete(J job, StateWriter result, JobContext context) throws Exception {
        result.nothing();
    }

    /** Calls the {@code @OnFailure} method, where there is one. */
    protected void onFailure(J job, Throwable failure, JobContext context) throws Exception {}

    /** Writes the {@code @State} fields as one object. */
    protected abstract void writeState(J job, StateWriter out) throws IOException;

    /** Reads the {@code @State} fields from one object; a field that is not in it keeps its value. */
    protected abstract void readState(J job, StateReader in) throws IOException;

    /** What {@code @LongRunning} says of the job. */
    public final JobOptions options() {
        return options;
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        throw new IOException("the engine is not connected yet");
    }
}
