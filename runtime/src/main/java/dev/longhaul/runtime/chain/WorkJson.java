package dev.longhaul.runtime.chain;

import static dev.longhaul.runtime.chain.ChainJson.text;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;

/** The work of a chain in its record's JSON. State and start event stand in it as the documents that they are. */
final class WorkJson {

    private WorkJson() {}

    static void write(Work part, StateWriter out) throws IOException {
        out.beginObject();
        ChainJson.raw(out, "input", part.input());
        SavedState state = part.state();
        if (state != null) {
            out.field("schema").string(state.schema());
            out.field("state").raw(state.json());
        }
        out.field("steps").integer(part.steps());
        out.field("keys").integer(part.keys());
        Progress progress = part.progress();
        if (progress != null) {
            progress(progress, out.field("progress"));
        }
        ChainJson.number(out, "batch", part.batch());
        if (!part.inbox().equals(Inbox.EMPTY)) {
            InboxJson.write(part.inbox(), out.field("inbox"));
        }
        out.endObject();
    }

    static Work read(StateReader in) throws IOException {
        Work part = Work.none(null);
        String schema = "";
        String state = null;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "input" -> part = part.withInput(in.raw());
                case "schema" -> schema = text(in);
                case "state" -> state = in.raw();
                case "steps" -> part = part.withSteps(in.int64());
                case "keys" -> part = part.withKeys(in.int64());
                case "progress" -> part = part.withProgress(progress(in));
                case "batch" -> part = part.withBatch(in.int32());
                case "inbox" -> part = part.withInbox(InboxJson.read(in));
                default -> in.skip();
            }
        }
        return part.withState(state == null ? null : new SavedState(state, schema));
    }

    private static void progress(Progress part, StateWriter out) throws IOException {
        out.beginObject();
        out.field("done").integer(part.done());
        out.field("total").integer(part.total());
        out.field("message").string(part.message());
        out.endObject();
    }

    private static Progress progress(StateReader in) throws IOException {
        long done = 0;
        long total = 0;
        String message = "";
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "done" -> done = in.int64();
                case "total" -> total = in.int64();
                case "message" -> message = text(in);
                default -> in.skip();
            }
        }
        return new Progress(done, total, message);
    }
}
