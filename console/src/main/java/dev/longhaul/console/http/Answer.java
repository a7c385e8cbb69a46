package dev.longhaul.console.http;

import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param type of the body, as in {@code Content-Type}
 * @param body all of it, sent in UTF-8
 */
public record Answer(int status, String type, String body) {

    private static final int OK = 200;
    private static final String JSON = "application/json; charset=utf-8";

    /** Writes JSON. */
    @FunctionalInterface
    public interface Json {
        /** Writes one document. */
        void write(StateWriter out) throws IOException;
    }

    /** A document, done. */
    public static Answer json(Json document) throws IOException {
        return json(OK, document);
    }

    /** That it went wrong, and why. */
    public static Answer error(int status, String why) throws IOException {
        return json(status, out -> {
            out.beginObject();
            out.field("error").string(why);
            out.endObject();
        });
    }

    private static Answer json(int status, Json document) throws IOException {
        StateWriter out = new StateWriter();
        document.write(out);
        return new Answer(status, JSON, out.finish());
    }
}
