package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The record of a chain as a JSON document: the form in which stores keep it and people read it. */
public final class ChainJson {

    private ChainJson() {}

    /** The record as JSON. */
    public static String write(ChainRecord record) {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            place(record, out);
            work(record, out);
            history(record, out);
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("a record can't be written as JSON", e);
        }
    }

    /**
     * The record that JSON holds.
     *
     * @throws CorruptRecordException when the document is none of {@link #write}'s
     */
    public static ChainRecord read(String document) {
        try {
            return new ChainReading(document).record();
        } catch (IOException | IllegalArgumentException e) {
            throw new CorruptRecordException(e);
        }
    }

    private static void place(ChainRecord record, StateWriter out) throws IOException {
        out.field("job").string(record.job());
        out.field("chainId").string(record.chainId());
        out.field("revision").integer(record.revision());
        out.field("status").text(record.status());
        out.field("hop").integer(record.hop());
        out.field("epoch").integer(record.epoch());
        out.field("owner").string(record.owner());
        out.field("leaseUntil").integer(record.leaseUntil());
        out.field("functionArn").string(record.functionArn());
        out.field("startedAt").integer(record.startedAt());
        out.field("startedBy").string(record.startedBy());
        out.field("grant").beginObject();
        out.field("hop").integer(record.grant().hop());
        out.field("billedMillis").integer(record.grant().billedMillis());
        out.field("at").integer(record.grant().at());
        out.endObject();
        out.field("updatedAt").integer(record.updatedAt());
        out.field("expiresAt").integer(record.expiresAt());
    }

    private static void work(ChainRecord record, StateWriter out) throws IOException {
        raw(out, "input", record.input());
        out.field("steps").integer(record.steps());
        out.field("stalledHops").integer(record.stalledHops());
        out.field("sweeps").integer(record.sweeps());
        out.field("failedAttempts").integer(record.failedAttempts());
        out.field("billedMillis").integer(record.billedMillis());
        SavedState state = record.state();
        if (state != null) {
            out.field("schema").string(state.schema());
            out.field("state").raw(state.json());
        }
        Progress progress = record.progress();
        if (progress != null) {
            out.field("progress").beginObject();
            out.field("done").integer(progress.done());
            out.field("total").integer(progress.total());
            out.field("message").string(progress.message());
            out.endObject();
        }
        if (record.stopRequested() != null) {
            out.field("stopRequested").string(record.stopRequested());
        }
        Failure failure = record.failure();
        if (failure != null) {
            out.field("failure").beginObject();
            out.field("kind").string(failure.kind());
            out.field("message").string(failure.message());
            out.endObject();
        }
        raw(out, "result", record.result());
    }

    private static void history(ChainRecord record, StateWriter out) throws IOException {
        out.field("history").beginArray();
        for (HopEntry entry : record.history()) {
            out.beginObject();
            out.field("hop").integer(entry.hop());
            out.field("epoch").integer(entry.epoch());
            out.field("owner").string(entry.owner());
            out.field("startedAt").integer(entry.startedAt());
            out.field("endedAt").integer(entry.endedAt());
            out.field("steps").integer(entry.steps());
            out.field("end").text(entry.end());
            out.endObject();
        }
        out.endArray();
    }

    private static void raw(StateWriter out, String field, @Nullable String document) throws IOException {
        if (document != null) {
            out.field(field).raw(document);
        }
    }
}
