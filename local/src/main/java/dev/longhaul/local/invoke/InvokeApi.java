package dev.longhaul.local.invoke;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.longhaul.local.function.FunctionName;
import dev.longhaul.local.function.Lineage;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.InvocationResult.Throttled;
import dev.longhaul.local.invocation.InvocationResult.Unavailable;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** Serves Lambda's Invoke and what reads functions over HTTP, with Lambda's limits, headers and errors. Thread-safe. */
public final class InvokeApi implements HttpHandler {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int EMPTY = -1;

    private final Functions functions;
    private final FunctionReads reads;
    private final Clock clock;
    private final Json json = new Json();

    /** An API for these functions. */
    public InvokeApi(Functions functions, Clock clock) {
        this.functions = functions;
        this.reads = new FunctionReads(functions);
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        try (exchange) {
            try {
                serve(exchange, requestId);
            } catch (ApiException e) {
                // An answer before the whole request was read would reach nobody who still writes.
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                exchange.getResponseHeaders().set("x-amzn-ErrorType", e.type());
                send(exchange, e.status(), json.error(e).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void serve(HttpExchange exchange, String requestId) throws IOException, ApiException {
        LocalCallers.check(exchange.getRequestHeaders());
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, OK, reads.answer(exchange.getRequestURI()));
            return;
        }
        InvokeRequest request = InvokeRequest.of(exchange, json);
        InvokeTarget target = functions.find(request.function()).orElse(null);
        if (target == null) {
            throw ApiException.functionNotFound(functions.arn(request.function()));
        }
        Invocation invocation = invocation(request, target, requestId, body(exchange, request));
        switch (request.type()) {
            case REQUEST_RESPONSE -> {
                if (target.config().forbidsLoop(invocation.headers().traceHeader())) {
                    throw ApiException.recursive();
                }
                respond(exchange, request, target, invocation);
            }
            case EVENT -> {
                try {
                    target.queue().accept(invocation);
                } catch (UncheckedIOException e) {
                    throw ApiException.service(String.valueOf(e.getMessage()));
                }
                exchange.getResponseHeaders()
                        .set("X-Amzn-Trace-Id", invocation.headers().traceHeader());
                exchange.sendResponseHeaders(ACCEPTED, EMPTY);
            }
            case DRY_RUN -> exchange.sendResponseHeaders(NO_CONTENT, EMPTY);
        }
    }

    private Payload body(HttpExchange exchange, InvokeRequest request) throws IOException, ApiException {
        int limit = request.type().maximumBytes();
        byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            throw ApiException.tooLarge(limit);
        }
        if (body.length == 0) {
            return Payload.of("{}");
        }
        json.check(body);
        return Payload.of(body);
    }

    private Invocation invocation(InvokeRequest request, InvokeTarget target, String requestId, Payload payload) {
        return new Invocation(
                target.config().name(),
                functions.arn(request.function()),
                requestId,
                1,
                payload,
                new Invocation.Headers(
                        Lineage.pass(
                                request.traceHeader()
                                        .orElseGet(() -> TraceHeader.create(
                                                clock.instant().getEpochSecond(), UUID.randomUUID())),
                                target.config().name()),
                        request.tenantId(),
                        request.clientContext()));
    }

    private static void respond(
            HttpExchange exchange, InvokeRequest request, InvokeTarget target, Invocation invocation)
            throws IOException, ApiException {
        InvocationResult result;
        try {
            result = target.invoker().invoke(invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.service("the local Lambda is being closed");
        }
        if (result instanceof Completed completed) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Amz-Executed-Version", FunctionName.LATEST);
            headers.set("X-Amzn-Trace-Id", invocation.headers().traceHeader());
            if (completed.isError()) {
                headers.set("X-Amz-Function-Error", "Unhandled");
            }
            if (request.wantsLog()) {
                headers.set(
                        "X-Amz-Log-Result",
                        Base64.getEncoder().encodeToString(completed.logTail().bytes()));
            }
            send(exchange, OK, completed.payload().bytes());
        } else if (result instanceof Throttled throttled) {
            throw ApiException.throttled(throttled.reason().awsName());
        } else {
            throw ApiException.service(((Unavailable) result).message());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? EMPTY : body.length);
        exchange.getResponseBody().write(body);
    }
}
