package p;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import javax.annotation.processing.Generated;

/**
 * The Lambda entry point of {@link Job}.
 */
@Generated("dev.longhaul.processor.LongRunningProcessor")
public final class JobHandler extends LongRunningHandler<Object> {
    public JobHandler() {
        super(JobOptions.named("Job").build());
        throw new IllegalStateException("Job did not compile: see the errors of the compiler");
    }

    @Override
    protected Object create() {
        throw new IllegalStateException("Job did not compile: see the errors of the compiler");
    }

    @Override
    protected void step(Object job, JobContext context) {
        throw new IllegalStateException("Job did not compile: see the errors of the compiler");
    }

    @Override
    protected boolean isDone(Object job, JobContext context) {
        throw new IllegalStateException("Job did not compile: see the errors of the compiler");
    }

    @Override
    protected void writeState(Object job, StateWriter out) {
        throw new IllegalStateException("Job did not compile: see the errors of the compiler");
    }

    @Override
    protected void readState(Object job, StateReader in) {
        throw new IllegalStateException("Job did not compile: see the errors of the compiler");
    }
}
