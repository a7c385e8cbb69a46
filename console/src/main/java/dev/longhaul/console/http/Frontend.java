package dev.longhaul.console.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.longhaul.client.FunctionException;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Serves the page's files and its endpoints. Thread-safe. */
public final class Frontend implements HttpHandler {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int NOT_JSON = 415;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;
    /** What an asynchronous event of Lambda's may have. */
    private static final int LONGEST_BODY = 1 << 20;

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; require-trusted-types-for 'script'";

    private final Guard guard;
    private final Map<String, Endpoint> endpoints;

    /**
     * A frontend.
     *
     * @param endpoints by method and path: {@code GET /api/chains}
     */
    public Frontend(Guard guard, Map<String, Endpoint> endpoints) {
        this.guard = guard;
        this.endpoints = Map.copyOf(endpoints);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            // An answer before the whole request was read would reach nobody who still writes.
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", CONTENT_POLICY);
            headers.set("Cache-Control", "no-store");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Optional<String> refused = guard.refusesPage(headers);
        if (refused.isPresent()) {
            return Answer.error(FORBIDDEN, refused.get());
        }
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/api/")) {
            return file(exchange.getRequestMethod(), path);
        }
        refused = guard.refusesCall(headers);
        if (refused.isPresent()) {
            return Answer.error(FORBIDDEN, refused.get());
        }
        Endpoint endpoint = endpoints.get(exchange.getRequestMethod() + ' ' + path);
        return endpoint == null ? Answer.error(NOT_FOUND, "there is no such call") : called(exchange, endpoint);
    }

    private static Answer file(String method, String path) throws IOException {
        Optional<Answer> file = method.equals("GET") ? PageFiles.at(path) : Optional.empty();
        return file.isPresent() ? file.get() : Answer.error(NOT_FOUND, "there is no such page");
    }

    private static Answer called(HttpExchange exchange, Endpoint endpoint) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            return answered(() -> endpoint.answer(Call.ofQuery(exchange.getRequestURI())));
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Answer.error(NOT_JSON, "the body of a call is application/json");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Answer.error(TOO_LARGE, "an event has at most " + LONGEST_BODY + " bytes");
        }
        return answered(() -> endpoint.answer(Call.ofBody(new String(body, StandardCharsets.UTF_8))));
    }

    private interface Work {
        Answer done() throws IOException;
    }

    private static Answer answered(Work work) throws IOException {
        try {
            return work.done();
        } catch (MoveRefusedException | IllegalStateException e) {
            return Answer.error(CONFLICT, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Answer.error(BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (StoreException | ContinuationException | FunctionException e) {
            return Answer.error(UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Answer.error(FAILED, "unexpected " + e);
        }
    }
}
