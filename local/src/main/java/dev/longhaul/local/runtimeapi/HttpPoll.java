package dev.longhaul.local.runtimeapi;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.longhaul.local.invocation.Invocation;
import java.io.IOException;
import java.io.OutputStream;

/** A poll that came over HTTP; its exchange stays open, without a thread, until there is an event. */
final class HttpPoll implements Poll {

    private static final int OK = 200;

    private final HttpExchange exchange;

    HttpPoll(HttpExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void answer(Delivery delivery) throws IOException {
        Invocation invocation = delivery.invocation();
        Headers headers = exchange.getResponseHeaders();
        // AWS's runtime client crashes its JVM when there is no Content-Type.
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", Long.toString(delivery.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn());
        headers.set("Lambda-Runtime-Trace-Id", invocation.headers().traceHeader());
        invocation.headers().tenantId().ifPresent(tenant -> headers.set("Lambda-Runtime-Aws-Tenant-Id", tenant));
        invocation
                .headers()
                .clientContext()
                .ifPresent(context -> headers.set("Lambda-Runtime-Client-Context", context));
        byte[] body = invocation.payload().bytes();
        exchange.sendResponseHeaders(OK, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void cancel() {
        exchange.close();
    }
}
