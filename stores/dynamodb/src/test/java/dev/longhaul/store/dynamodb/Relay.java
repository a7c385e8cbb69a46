package dev.longhaul.store.dynamodb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a store and dynalite, and does to calls what networks and AWS do. */
final class Relay implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI behind;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> actions = new TreeSet<>();

    /** What happens to one call. */
    private interface Fault {
        void happen(HttpExchange exchange) throws IOException, InterruptedException;
    }

    Relay(String behind) throws IOException {
        this.behind = URI.create(behind);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The actions that were called, as policies name them. */
    Set<String> actions() {
        return Set.copyOf(actions);
    }

    /** The next call is done, and its answer lost. */
    void loseAnswer() {
        faults.add(exchange -> {
            forward(exchange);
            exchange.close();
        });
    }

    /** The next call isn't done, and has this error for an answer. */
    void refuse(int status, String error) {
        faults.add(exchange -> answer(
                exchange,
                status,
                ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + error + "\",\"message\":\"on purpose\"}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        actions.add("dynamodb:" + target.substring(target.indexOf('.') + 1));
        Fault fault = faults.poll();
        try {
            if (fault == null) {
                Answer answer = forward(exchange);
                answer(exchange, answer.status(), answer.body());
            } else {
                fault.happen(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private Answer forward(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        exchange.getRequestBody().readAllBytes()));
        for (String header : Set.of("X-Amz-Target", "X-Amz-Date", "Authorization", "Content-Type")) {
            request.header(header, exchange.getRequestHeaders().getFirst(header));
        }
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on within this class, and never compared.
    private record Answer(int status, byte[] body) {}
}
