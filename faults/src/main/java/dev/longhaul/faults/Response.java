package dev.longhaul.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a server answers.
 *
 * @param status the HTTP status
 * @param headers all values of each header
 * @param body what comes with it
 */
@SuppressWarnings("ArrayRecordComponent") // It is never compared.
public record Response(int status, Map<String, List<String>> headers, byte[] body) {

    /** An answer that no server gave. */
    public static Response of(int status, String contentType, String body) {
        return new Response(
                status, Map.of("Content-Type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
    }

    /** This answer, with another status. */
    public Response withStatus(int value) {
        return new Response(value, headers, body);
    }
}
