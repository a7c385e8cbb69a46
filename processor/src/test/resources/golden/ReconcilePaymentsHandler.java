package jobs;

import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.JobResources;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The Lambda entry point of {@link ReconcilePayments}.
 */
@Generated("dev.longhaul.processor.LongRunningProcessor")
public final class ReconcilePaymentsHandler extends LongRunningHandler<ReconcilePayments> {
    private final JobResources<ReconcilePayments.Payments> resources;

    /**
     * The handler, as Lambda makes it.
     */
    public ReconcilePaymentsHandler() {
        this(JobResources.madeBy(ReconcilePayments.Payments::new));
    }

    /**
     * The handler with resources of the caller's, who closes them: a fake, or those of a container.
     * @param resources what the job's constructor takes
     */
    public ReconcilePaymentsHandler(ReconcilePayments.Payments resources) {
        this(JobResources.given(resources));
    }

    private ReconcilePaymentsHandler(JobResources<ReconcilePayments.Payments> resources) {
        super(JobOptions.named("ReconcilePayments")
                .stateSchema("d3a6d08f")
                .usdPerGigabyteSecond(1.33334E-5)
                .build(), resources);
        this.resources = resources;
    }

    @Override
    protected ReconcilePayments create() {
        return new ReconcilePayments(resources.get());
    }

    @Override
    protected void step(ReconcilePayments job, JobContext context) throws Exception {
        job.nextPage(context);
    }

    @Override
    protected boolean isDone(ReconcilePayments job, JobContext context) throws Exception {
        return job.caughtUp() || job.tooMany(context);
    }

    @Override
    protected void checkEvent(StateReader event) throws IOException {
        readRequest(event.strict());
    }

    @Override
    protected void onStart(ReconcilePayments job, StateReader event, JobContext context) throws
            Exception {
        job.start(readRequest(event), context);
    }

    @Override
    protected void writeState(ReconcilePayments job, StateWriter out) throws IOException {
        out.beginObject();
        out.field("cursor").string(job.cursor);
        out.field("mismatches").integer(job.mismatches);
        writeListOfMismatch(out.field("found"), job.found);
        out.endObject();
    }

    @Override
    protected void readState(ReconcilePayments job, StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            if (in.at("cursor")) job.cursor = in.string();
            else if (in.at("mismatches")) job.mismatches = in.int32();
            else if (in.at("found")) job.found = readListOfMismatch(in);
            else in.skip();
        }
    }

    /**
     * {@inheritDoc}
     */
    private static List<ReconcilePayments.Mismatch> readListOfMismatch(StateReader in) throws
            IOException {
        if (in.isNull()) {
            return null;
        }
        List<ReconcilePayments.Mismatch> values = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            values.add(readMismatch(in));
        }
        return values;
    }

    /**
     * {@inheritDoc}
     */
    private static ReconcilePayments.Mismatch readMismatch(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String payment = null;
        long cents = 0;
        in.beginObject();
        while (in.next()) {
            if (in.at("payment")) payment = in.string();
            else if (in.at("cents")) cents = in.int64();
            else in.skip();
        }
        return new ReconcilePayments.Mismatch(payment, cents);
    }

    /**
     * {@inheritDoc}
     */
    private static ReconcilePayments.Request readRequest(StateReader in) throws IOException {
        if (in.isNull()) {
            return null;
        }
        String from = null;
        in.beginObject();
        while (in.next()) {
            if (in.at("from")) from = in.string();
            else in.skip();
        }
        return new ReconcilePayments.Request(from);
    }

    /**
     * {@inheritDoc}
     */
    private static void writeListOfMismatch(StateWriter out, List<ReconcilePayments.Mismatch> value)
            throws IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginArray();
        for (ReconcilePayments.Mismatch element : value) {
            writeMismatch(out, element);
        }
        out.endArray();
    }

    /**
     * {@inheritDoc}
     */
    private static void writeMismatch(StateWriter out, ReconcilePayments.Mismatch value) throws
            IOException {
        if (value == null) {
            out.nothing();
            return;
        }
        out.beginObject();
        out.field("payment").string(value.payment());
        out.field("cents").integer(value.cents());
        out.endObject();
    }
}
