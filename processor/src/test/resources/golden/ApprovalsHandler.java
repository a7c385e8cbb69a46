package jobs;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * The Lambda entry point of {@link Approvals}.
 */
@Generated("dev.longhaul.processor.LongRunningProcessor")
public final class ApprovalsHandler extends LongRunningHandler<Approvals> {
    /**
     * The handler, as Lambda makes it.
     */
    public ApprovalsHandler() {
        super(JobOptions.named("Approvals")
                .stateSchema("f94a937c")
                .usdPerGigabyteSecond(1.33334E-5)
                .build());
    }

    @Override
    protected Approvals create() {
        return new Approvals();
    }

    @Override
    protected void step(Approvals job, JobContext context) throws Exception {
        job.look(context);
    }

    @Override
    protected boolean isDone(Approvals job, JobContext context) throws Exception {
        return job.done();
    }

    @Override
    protected void checkSignal(String name, StateReader signal) throws IOException {
        switch (name) {
            case "approved" -> readApproval(signal.strict());
            case "more" -> readApproval(signal);
            case "count" -> signal.strict().int32();
            case "cancel" -> {}
            default -> throw unknownSignal(name, "approved", "more", "count", "cancel");
        }
    }

    @Override
    protected void onSignal(Approvals job, String name, StateReader signal, JobContext context)
            throws Exception {
        switch (name) {
            case "approved" -> job.approved(readApproval(signal), context);
            case "more" -> job.more(readApproval(signal));
            case "count" -> job.count(signal.int32());
            case "cancel" -> job.cancel();
            default -> throw unknownSignal(name, "approved", "more", "count", "cancel");
        }
    }

    @Override
    protected void writeState(Approvals job, StateWriter out) throws IOException {
        out.beginObject();
        out.field("approved").integer(job.approved);
        out.field("by").string(job.by);
        out.field("cancelled").bool(job.cancelled);
        out.endObject();
    }

    @Override
    protected void readState(Approvals job, StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            if (in.at("approved")) job.approved = in.int32();
            else if (in.at("by")) job.by = in.string();
            else if (in.at("cancelled")) job.cancelled = in.bool();
            else in.skip();
        }
    }

    /**
     * {@inheritDoc}
     */
    private static Approvals.Approval readApproval(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String by = null;
        int payments = 0;
        in.beginObject();
        while (in.next()) {
            if (in.at("by")) by = in.string();
            else if (in.at("payments")) payments = in.int32();
            else in.skip();
        }
        return new Approvals.Approval(by, payments);
    }
}
