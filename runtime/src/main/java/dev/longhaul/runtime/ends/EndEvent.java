package dev.longhaul.runtime.ends;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Instant;

/**
 * What others are told of a chain's end. It follows from the record alone, so that it is the same each time; and it has nothing
 * of state, result or messages, which may hold what is not for others.
 */
final class EndEvent {

    /** The version of this form: fields may be added to it. */
    private static final int VERSION = 1;

    private EndEvent() {}

    /** The event as JSON, in ASCII: not every letter may be sent to a queue as it is. */
    static String of(ChainRecord end) throws IOException {
        StateWriter out = StateWriter.ascii();
        out.beginObject();
        out.field("v").integer(VERSION);
        out.field("id").string(id(end));
        out.field("job").string(end.job());
        out.field("chain").string(end.chainId());
        out.field("status").text(end.status());
        Failure failure = end.failure();
        if (failure != null) {
            out.field("reason").string(failure.kind());
        }
        out.field("startedAt").text(Instant.ofEpochMilli(end.startedAt()));
        out.field("endedAt").text(Instant.ofEpochMilli(end.updatedAt()));
        HopEntry last = end.lastHop();
        out.field("hops").integer(last == null ? 0 : last.hop() + 1L);
        out.field("steps").integer(end.steps());
        out.field("billedMillis").integer(end.billedMillis());
        out.field("function").string(end.functionArn());
        String tenant = end.identity().tenantId();
        if (tenant != null) {
            out.field("tenant").string(tenant);
        }
        ParentChain parent = end.identity().parent();
        if (parent != null) {
            out.field("parent").beginObject();
            out.field("job").string(parent.job());
            out.field("chain").string(parent.chainId());
            out.endObject();
        }
        out.endObject();
        return out.finish();
    }

    /** A chain that was resumed ends again, under a later epoch; one that has its name after it, begins at another time. */
    private static String id(ChainRecord end) {
        return end.job() + '/' + end.chainId() + '/' + end.startedAt() + '/' + end.epoch();
    }
}
