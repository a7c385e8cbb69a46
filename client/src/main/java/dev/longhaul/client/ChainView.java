package dev.longhaul.client;

import dev.longhaul.client.FunctionView.Bound;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A chain as JSON, for programs. Fields are only added; what there is not is left out. */
public final class ChainView {

    private ChainView() {}

    /** Writes the fields that a list of chains has for each, into an object that is open. */
    public static void summary(ChainRecord chain, StateWriter out) throws IOException {
        out.field("chain").string(chain.chainId());
        out.field("job").string(chain.job());
        ParentChain parent = chain.identity().parent();
        if (parent != null) {
            out.field("parent").beginObject();
            out.field("job").string(parent.job());
            out.field("chain").string(parent.chainId());
            out.endObject();
        }
        out.field("status").text(chain.status());
        out.field("hop").integer(chain.hop());
        out.field("steps").integer(chain.steps());
        Progress progress = chain.progress();
        if (progress != null) {
            out.field("progress").beginObject();
            out.field("done").integer(progress.done());
            out.field("total").integer(progress.total());
            out.field("message").string(progress.message());
            out.endObject();
        }
        out.field("startedAt").text(Instant.ofEpochMilli(chain.startedAt()));
        out.field("updatedAt").text(Instant.ofEpochMilli(chain.updatedAt()));
        out.field("billedMillis").integer(chain.billedMillis());
        out.field("requests").integer(chain.usage().claims());
        out.field("function").string(chain.functionArn());
        if (chain.stopRequested() != null) {
            out.field("stopRequested").string(chain.stopRequested());
        }
        Failure failure = chain.failure();
        if (failure != null) {
            out.field("failure").beginObject();
            out.field("kind").string(failure.kind());
            out.field("message").string(failure.message());
            out.endObject();
        }
        if (chain.result() != null) {
            out.field("result").raw(chain.result());
        }
    }

    /**
     * Writes an object with all that is known of a chain.
     *
     * @param function what its function knows besides, or null
     * @param state whether its state is in it, which is the job's data
     */
    public static void full(ChainRecord chain, @Nullable FunctionView function, boolean state, StateWriter out)
            throws IOException {
        out.beginObject();
        summary(chain, out);
        out.field("leaseUntil").text(Instant.ofEpochMilli(chain.leaseUntil()));
        out.field("epoch").integer(chain.epoch());
        if (function != null) {
            out.field("costUsd").float64(function.costUsd());
            out.field("bounds").beginObject();
            for (Bound bound : function.bounds()) {
                out.field(bound.name()).beginObject();
                number(bound.used(), out.field("used"));
                number(bound.of(), out.field("of"));
                out.endObject();
            }
            out.endObject();
        }
        out.field("hops").beginArray();
        for (HopEntry hop : chain.history()) {
            out.beginObject();
            out.field("hop").integer(hop.hop());
            out.field("epoch").integer(hop.epoch());
            out.field("startedAt").text(Instant.ofEpochMilli(hop.startedAt()));
            out.field("endedAt").text(Instant.ofEpochMilli(hop.endedAt()));
            out.field("steps").integer(hop.steps());
            out.field("end").text(hop.end());
            out.endObject();
        }
        out.endArray();
        if (state && chain.state() != null) {
            out.field("state").raw(chain.state().json());
        }
        out.endObject();
    }

    private static void number(double value, StateWriter out) throws IOException {
        if (value == Math.rint(value)) {
            out.integer((long) value);
        } else {
            out.float64(value);
        }
    }
}
