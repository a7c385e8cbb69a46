package dev.longhaul.local.runtimeapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the Lambda Runtime API to any number of processes, each under a path of its own. Thread-safe. */
public final class RuntimeApi implements HttpHandler {

    /** Where it is served. */
    public static final String ROOT = "/env/";

    /** What a synchronous answer may take, in bytes: 6 MB and a little. */
    static final int MAXIMUM_RESPONSE = 6_291_556;

    private static final Pattern PATH = Pattern.compile(
            "/env/([^/]+)/2018-06-01/runtime/(?:((?:init|restore)/error)|(?:(restore)|invocation)/(next)|invocation/([^/]+)/(response|error))");
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;

    private final Map<String, RuntimeSession> sessions = new ConcurrentHashMap<>();

    /** Begins to serve a process. */
    public RuntimeSession open(String environmentId) {
        RuntimeSession session = new RuntimeSession();
        sessions.put(environmentId, session);
        return session;
    }

    /** Serves a process no longer. */
    public void close(String environmentId) {
        sessions.remove(environmentId);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
        RuntimeSession session = path.matches() ? sessions.get(path.group(1)) : null;
        if (session == null) {
            drain(exchange);
            reply(exchange, NOT_FOUND, "{\"errorType\":\"NotFound\",\"errorMessage\":\"no such environment or path\"}");
        } else if (path.group(3) != null) {
            drain(exchange);
            // The snapshot would be taken and restored meanwhile.
            reply(exchange, OK, "{}");
        } else if (path.group(4) != null) {
            drain(exchange);
            session.next(new HttpPoll(exchange));
        } else if (path.group(2) != null) {
            session.initError(Payload.of(exchange.getRequestBody().readAllBytes()));
            reply(exchange, ACCEPTED, "{\"status\":\"OK\"}");
        } else {
            answer(exchange, session, path.group(5), path.group(6).equals("response"));
        }
    }

    private static void answer(HttpExchange exchange, RuntimeSession session, String requestId, boolean response)
            throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_RESPONSE + 1);
        boolean tooLarge = body.length > MAXIMUM_RESPONSE;
        long size = body.length + drain(exchange);
        DeliveryResult answer;
        if (tooLarge) {
            answer = new DeliveryResult.HandlerError(Payload.of(tooLargeError(size)));
        } else if (response) {
            answer = new DeliveryResult.Response(Payload.of(body));
        } else {
            answer = new DeliveryResult.HandlerError(Payload.of(body));
        }
        if (!session.answer(requestId, answer)) {
            reply(
                    exchange,
                    BAD_REQUEST,
                    "{\"errorType\":\"InvalidRequestID\",\"errorMessage\":\"Invalid request ID\"}");
        } else if (tooLarge) {
            reply(exchange, TOO_LARGE, tooLargeError(size));
        } else {
            reply(exchange, ACCEPTED, "{\"status\":\"OK\"}");
        }
    }

    private static String tooLargeError(long size) {
        return "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"Response payload size (" + size
                + " bytes) exceeded maximum allowed payload size (" + MAXIMUM_RESPONSE + " bytes).\"}";
    }

    private static long drain(HttpExchange exchange) throws IOException {
        return exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
