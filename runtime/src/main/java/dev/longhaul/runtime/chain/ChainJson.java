package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a chain as a JSON document: the form in which stores keep it and people read it.
 *
 * <p>Each part is an object of its own, written and read by the two methods that stand beside each other. A field that is
 * null is left out, and so is a count that is mostly 0 where it is; a field of a later version is passed over.
 */
public final class ChainJson {

    private ChainJson() {}

    /** The record as JSON. */
    public static String write(ChainRecord record) {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            out.field("revision").integer(record.revision());
            IdentityJson.write(record.identity(), out.field("identity"));
            position(record.position(), out.field("position"));
            WorkJson.write(record.work(), out.field("work"));
            UsageJson.write(record.usage(), out.field("usage"));
            ending(record.ending(), out.field("ending"));
            HistoryJson.write(record.history(), out.field("history"));
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
            return record(new StateReader(document));
        } catch (IOException | IllegalArgumentException e) {
            throw new CorruptRecordException(e);
        }
    }

    private static ChainRecord record(StateReader in) throws IOException {
        long revision = 0;
        Identity identity = null;
        Position position = null;
        Work work = Work.none(null);
        Usage usage = null;
        Ending ending = Ending.NONE;
        List<HopEntry> history = List.of();
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "revision" -> revision = in.int64();
                case "identity" -> identity = IdentityJson.read(in);
                case "position" -> position = position(in);
                case "work" -> work = WorkJson.read(in);
                case "usage" -> usage = UsageJson.read(in);
                case "ending" -> ending = ending(in);
                case "history" -> history = HistoryJson.read(in);
                default -> in.skip();
            }
        }
        if (revision < 1 || identity == null || position == null || usage == null) {
            throw in.failure("revision, identity, position or usage is missing", null);
        }
        return new ChainRecord(identity, revision, position, work, usage, ending, history);
    }

    private static void position(Position part, StateWriter out) throws IOException {
        out.beginObject();
        out.field("status").text(part.status());
        out.field("hop").integer(part.hop());
        out.field("epoch").integer(part.epoch());
        out.field("owner").string(part.owner());
        out.field("functionArn").string(part.functionArn());
        out.field("leaseUntil").integer(part.leaseUntil());
        out.field("updatedAt").integer(part.updatedAt());
        out.endObject();
    }

    private static Position position(StateReader in) throws IOException {
        Position part = Position.first("", "", 0, 0);
        in.beginObject();
        while (in.next()) {
            part = switch (in.field()) {
                case "status" -> part.withStatus(constant(in, ChainStatus.class));
                case "hop" -> part.withHop(in.int32());
                case "epoch" -> part.withEpoch(in.int64());
                case "owner" -> part.withOwner(text(in));
                case "functionArn" -> part.withFunctionArn(text(in));
                case "leaseUntil" -> part.withLeaseUntil(in.int64());
                case "updatedAt" -> part.withUpdatedAt(in.int64());
                default -> passedOver(in, part);
            };
        }
        return part;
    }

    private static void ending(Ending part, StateWriter out) throws IOException {
        out.beginObject();
        text(out, "stopRequested", part.stopRequested());
        Failure failure = part.failure();
        if (failure != null) {
            out.field("failure").beginArray();
            out.string(failure.kind());
            out.string(failure.message());
            out.endArray();
        }
        raw(out, "result", part.result());
        number(out, "expiresAt", part.expiresAt());
        number(out, "notices", part.notices());
        out.endObject();
    }

    private static Ending ending(StateReader in) throws IOException {
        Ending part = Ending.NONE;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "stopRequested" -> part = part.withStopRequested(text(in));
                case "failure" -> part = part.withFailure(failure(in));
                case "result" -> part = part.withResult(in.raw());
                case "expiresAt" -> part = part.withExpiresAt(in.int64());
                case "notices" -> part = part.withNotices(in.int32());
                default -> in.skip();
            }
        }
        return part;
    }

    private static Failure failure(StateReader in) throws IOException {
        List<String> texts = in.list(String.class);
        if (texts == null || texts.size() != 2 || texts.contains(null)) {
            throw in.failure("a kind and a message were expected", null);
        }
        return new Failure(texts.get(0), texts.get(1));
    }

    private static <T> T passedOver(StateReader in, T part) throws IOException {
        in.skip();
        return part;
    }

    static void text(StateWriter out, String field, @Nullable String value) throws IOException {
        if (value != null) {
            out.field(field).string(value);
        }
    }

    static void number(StateWriter out, String field, long value) throws IOException {
        if (value != 0) {
            out.field(field).integer(value);
        }
    }

    static <E extends Enum<E>> E constant(StateReader in, Class<E> type) throws IOException {
        String name = text(in);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw in.failure("the text is no " + type.getSimpleName(), null);
    }

    static String text(StateReader in) throws IOException {
        String text = in.string();
        if (text == null) {
            throw in.failure("a text was expected, but this is null", null);
        }
        return text;
    }

    static void raw(StateWriter out, String field, @Nullable String document) throws IOException {
        if (document != null) {
            out.field(field).raw(document);
        }
    }
}
