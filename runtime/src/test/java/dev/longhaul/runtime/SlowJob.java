package dev.longhaul.runtime;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;

/** What the processor would write for a job that never runs here. */
public final class SlowJob extends LongRunningHandler<Object> {

    /** As a process makes it. */
    public SlowJob() {
        super(JobOptions.named("Slow").build());
    }

    @Override
    protected Object create() {
        return new Object();
    }

    @Override
    protected void step(Object job, JobContext context) {}

    @Override
    protected boolean isDone(Object job, JobContext context) {
        return true;
    }

    @Override
    protected void writeState(Object job, StateWriter out) {}

    @Override
    protected void readState(Object job, StateReader in) {}
}
