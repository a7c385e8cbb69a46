package jobs;

import dev.longhaul.runtime.ChildFields;
import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * The Lambda entry point of {@link MoveObjects}.
 */
@Generated("dev.longhaul.processor.LongRunningProcessor")
public final class MoveObjectsHandler extends LongRunningHandler<MoveObjects> {
    /**
     * The handler, as Lambda makes it.
     */
    public MoveObjectsHandler() {
        super(JobOptions.named("MoveObjects")
                .stateSchema("b4228e59")
                .usdPerGigabyteSecond(1.33334E-5)
                .build());
    }

    @Override
    protected MoveObjects create() {
        return new MoveObjects();
    }

    @Override
    protected void step(MoveObjects job, JobContext context) throws Exception {
        job.next(context);
    }

    @Override
    protected boolean isDone(MoveObjects job, JobContext context) throws Exception {
        return job.done();
    }

    @Override
    protected void bindChildren(MoveObjects job, ChildFields fields) {
        job.parts = fields.of("move-part", 20, 5_000, true, (request, out) -> writeRequest(out, request), in -> readMoved(in));
        job.sweeps = fields.of("Sweep", 100, 10_000, false, (request, out) -> out.nothing(), in -> null);
    }

    @Override
    protected void writeState(MoveObjects job, StateWriter out) throws IOException {
        out.beginObject();
        out.field("next").integer(job.next);
        out.field("moved").integer(job.moved);
        job.parts.save(out.field("parts"));
        job.sweeps.save(out.field("sweeps"));
        out.endObject();
    }

    @Override
    protected void readState(MoveObjects job, StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            if (in.at("next")) job.next = in.int32();
            else if (in.at("moved")) job.moved = in.int64();
            else if (in.at("parts")) job.parts.restore(in);
            else if (in.at("sweeps")) job.sweeps.restore(in);
            else in.skip();
        }
    }

    /**
     * {@inheritDoc}
     */
    private static MoveObjects.MovePart.Moved readMoved(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        long objects = 0;
        in.beginObject();
        while (in.next()) {
            if (in.at("objects")) objects = in.int64();
            else in.skip();
        }
        return new MoveObjects.MovePart.Moved(objects);
    }

    /**
     * {@inheritDoc}
     */
    private static void writeRequest(StateWriter out, MoveObjects.MovePart.Request value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("prefix").string(value.prefix());
        out.field("atATime").integer(value.atATime());
        out.endObject();
    }
}
