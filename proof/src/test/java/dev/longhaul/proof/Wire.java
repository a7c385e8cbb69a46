package dev.longhaul.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands between the functions and the Lambda that they invoke themselves in, and decides what becomes of each call. */
final class Wire implements AutoCloseable {

    private static final Set<String> NOT_PASSED = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private static final byte[] TOO_MANY =
            "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final Function<Sent, Fate> fates;
    private volatile URI target = URI.create("http://127.0.0.1");

    /** What becomes of a call. */
    enum Fate {
        PASSED,
        /** Delivered twice, under two request ids. */
        DOUBLED,
        /** Delivered, and answered as if it had not been. */
        UNANSWERED,
        /** Not delivered: too many run already. */
        REFUSED
    }

    /**
     * A call.
     *
     * @param function as it stands in the path
     * @param traceHeaders all values, with commas between them
     * @param event the body
     */
    record Sent(String function, String traceHeaders, String event) {}

    Wire(Function<Sent, Fate> fates) throws IOException {
        this.fates = fates;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** The endpoint of the functions. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the calls go. */
    void connect(URI lambda) {
        target = lambda;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            List<String> traces = exchange.getRequestHeaders().getOrDefault("X-Amzn-Trace-Id", List.of());
            Fate fate = fates.apply(new Sent(path, String.join(",", traces), new String(body, StandardCharsets.UTF_8)));
            if (fate == Fate.REFUSED) {
                answer(exchange, 429, TOO_MANY);
                return;
            }
            HttpResponse<byte[]> answered = forward(exchange, body);
            if (fate == Fate.DOUBLED) {
                forward(exchange, body);
            }
            answer(exchange, fate == Fate.UNANSWERED ? 502 : answered.statusCode(), answered.body());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().getRawPath()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            if (!NOT_PASSED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                new ArrayList<>(header.getValue()).forEach(value -> request.header(header.getKey(), value));
            }
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the test is over", e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
