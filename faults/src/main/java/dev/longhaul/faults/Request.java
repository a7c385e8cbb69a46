package dev.longhaul.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as its client sent it.
 *
 * @param method GET, PUT and so on
 * @param path the path as it was sent, without the query
 * @param headers all values of each header
 * @param body what was sent with it
 */
@SuppressWarnings("ArrayRecordComponent") // It is never compared.
public record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {

    /** Whether it has this method, and this in its path. */
    public boolean is(String otherMethod, String part) {
        return method.equals(otherMethod) && path.contains(part);
    }

    /** The values of a header, with commas between them; empty where it was not sent. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .flatMap(header -> header.getValue().stream())
                .reduce((one, other) -> one + "," + other)
                .orElse("");
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
