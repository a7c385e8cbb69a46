package dev.longhaul.runtime.event;

import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of events. A JSON object with a field {@code longhaul} is an envelope, of a continuation, of a named
 * start or of what an operator wants; any other JSON is a start event.
 */
public final class Envelope {

    /** The field in which a chain's record rides. */
    public static final String RECORD = "longhaul/record";

    /** The longest name of a chain, in UTF-16 units. */
    public static final int LONGEST_NAME = 256;

    static final int VERSION = 1;
    static final String CONTINUATION = "{\"longhaul\":{\"v\":1,\"job\":\"...\",\"chain\":\"...\",\"hop\":7}}";
    static final String NAMED_START = "{\"longhaul\":{\"v\":1,\"start\":\"a name\"},\"input\":{...}}";
    static final String OPERATION =
            "{\"longhaul\":{\"v\":1,\"chain\":\"...\",\"show\":true}}, or with \"stop\":\"reason\", \"resume\":true or"
                    + " \"signal\":\"a name\" and \"input\":{...} behind the envelope";

    private Envelope() {}

    /**
     * The event that starts hop {@code hop} of a chain.
     *
     * @param record the chain's record as JSON, where it rides in the event, or null
     */
    public static String continuation(String job, String chainId, int hop, @Nullable String record) {
        return written(out -> {
            out.field("longhaul").beginObject();
            out.field("v").integer(VERSION);
            out.field("job").string(job);
            out.field("chain").string(chainId);
            out.field("hop").integer(hop);
            if (record != null) {
                out.field("record").raw(record);
            }
            out.endObject();
        });
    }

    /**
     * The event that starts a chain once, under a name.
     *
     * @param input the start event as JSON; the caller answers for its form
     */
    public static String start(String name, String input) {
        return start(name, input, null);
    }

    /**
     * The event that starts a child once, under a name.
     *
     * @param input the start event as JSON; the caller answers for its form
     * @param parent the chain that starts it, or null
     */
    public static String start(String name, String input, @Nullable ParentChain parent) {
        return written(out -> {
            out.field("longhaul").beginObject();
            out.field("v").integer(VERSION);
            out.field("start").string(name);
            if (parent != null) {
                out.field("parent").beginObject();
                out.field("job").string(parent.job());
                out.field("chain").string(parent.chainId());
                out.field("generation").integer(parent.generation());
                out.endObject();
            }
            out.endObject();
            out.field("input").raw(input);
        });
    }

    /** The event that asks how a chain stands. */
    public static String show(String chainId) {
        return operation(chainId, out -> out.field("show").bool(true));
    }

    /** The event that starts a chain again which has failed or was stopped. */
    public static String resume(String chainId) {
        return operation(chainId, out -> out.field("resume").bool(true));
    }

    /**
     * The event that sends a signal to a chain.
     *
     * @param id what its sender calls it, for it to be taken once however often it is sent; or null
     * @param payload its content as JSON; the caller answers for its form
     */
    public static String signal(String chainId, String name, @Nullable String id, String payload) {
        return written(out -> {
            out.field("longhaul").beginObject();
            out.field("v").integer(VERSION);
            out.field("chain").string(chainId);
            out.field("signal").string(name);
            if (id != null) {
                out.field("id").string(id);
            }
            out.endObject();
            out.field("input").raw(payload);
        });
    }

    /** Whether an event that was written here starts a chain, and does not go on with one. */
    public static boolean startsChain(String event) {
        return event.startsWith("{\"longhaul\":{\"v\":" + VERSION + ",\"start\":");
    }

    private static String operation(String chainId, Fields fields) {
        return written(out -> {
            out.field("longhaul").beginObject();
            out.field("v").integer(VERSION);
            out.field("chain").string(chainId);
            fields.write(out);
            out.endObject();
        });
    }

    private static String written(Fields fields) {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            fields.write(out);
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("an event can't be written", e);
        }
    }

    private interface Fields {
        void write(StateWriter out) throws IOException;
    }

    /**
     * Reads an event.
     *
     * @param job the job that the function runs
     * @throws EventException when it is not JSON, or its envelope is not one of the known forms; it names the field
     */
    public static ChainEvent read(String event, String job) {
        try {
            return new EnvelopeReading(job).read(event);
        } catch (IOException e) {
            throw new EventException(
                    "the event can't be read: " + e.getMessage() + ". A start event is any JSON; a named start is "
                            + NAMED_START + "; a continuation is " + CONTINUATION + "; an operator sends " + OPERATION
                            + ".",
                    e);
        }
    }
}
