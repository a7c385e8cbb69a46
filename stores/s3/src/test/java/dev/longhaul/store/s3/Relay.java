package dev.longhaul.store.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between stores and s3proxy. Requests for one key go through one by one, since s3proxy looks at a condition and
 * writes in two steps, between which another write may come; S3 itself does not. And it does to requests what networks and
 * AWS do.
 */
final class Relay implements AutoCloseable {

    /** What java.net's client sets by itself. */
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String behind;

    /** A request as the store sent it. */
    record Request(String method, String path, Map<String, List<String>> headers) {

        boolean is(String otherMethod, String part) {
            return method.equals(otherMethod) && path.contains(part);
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private interface Happening {
        void happen(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private record Fault(String method, String part, Happening happening) {}

    Relay(String behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The requests so far. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }

    /** What was to happen and has not. */
    void forgetFaults() {
        faults.clear();
    }

    /** The next such request is done, and its answer lost. */
    void loseAnswer(String method, String part) {
        faults.add(new Fault(method, part, exchange -> {
            forward(exchange);
            exchange.close();
        }));
    }

    /** The next such request isn't done, and has this error for an answer. */
    void refuse(String method, String part, int status, String error) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + error
                + "</Code><Message>on purpose</Message></Error>";
        faults.add(new Fault(method, part, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        }));
    }

    /** Before the next such request is done, something else happens. */
    void before(String method, String part, Runnable what) {
        faults.add(new Fault(method, part, exchange -> {
            what.run();
            pass(exchange);
        }));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), exchange.getRequestHeaders());
        requests.add(request);
        try {
            due(request).orElse(this::pass).happen(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private synchronized Optional<Happening> due(Request request) {
        Optional<Fault> due = faults.stream()
                .filter(fault -> request.is(fault.method(), fault.part()))
                .findFirst();
        due.ifPresent(faults::remove);
        return due.map(Fault::happening);
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = forward(exchange);
        response.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        answer(exchange, response.statusCode(), response.body());
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(behind + exchange.getRequestURI().toASCIIString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        synchronized (locks.computeIfAbsent(exchange.getRequestURI().getRawPath(), key -> new Object())) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
