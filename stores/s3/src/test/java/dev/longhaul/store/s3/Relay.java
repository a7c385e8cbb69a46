package dev.longhaul.store.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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

    /** What belongs to a connection, and not to what is said on it. */
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

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

    @SuppressWarnings("ArrayRecordComponent") // It is never compared.
    private record Response(int status, Map<String, List<String>> headers, byte[] body) {}

    private interface Happening {
        void happen(HttpExchange exchange) throws IOException;
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
        due(request).orElse(this::pass).happen(exchange);
    }

    private synchronized Optional<Happening> due(Request request) {
        Optional<Fault> due = faults.stream()
                .filter(fault -> request.is(fault.method(), fault.part()))
                .findFirst();
        due.ifPresent(faults::remove);
        return due.map(Fault::happening);
    }

    private void pass(HttpExchange exchange) throws IOException {
        Response response = forward(exchange);
        response.headers().forEach((name, values) -> {
            // The line with the status has no name.
            if (name != null && !NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        answer(exchange, response.status(), response.body());
    }

    /**
     * Each request has a connection of its own: where s3proxy refuses one before it has read all of it, it closes the
     * connection, and the next request there would be lost.
     */
    private Response forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpURLConnection request =
                (HttpURLConnection) URI.create(behind + exchange.getRequestURI().toASCIIString())
                        .toURL()
                        .openConnection();
        request.setRequestMethod(exchange.getRequestMethod());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.addRequestProperty(name, value));
            }
        });
        request.setRequestProperty("Connection", "close");
        synchronized (locks.computeIfAbsent(exchange.getRequestURI().getRawPath(), key -> new Object())) {
            if (exchange.getRequestHeaders().containsKey("Content-length")) {
                request.setDoOutput(true);
                request.getOutputStream().write(body);
            }
            int status = request.getResponseCode();
            try (InputStream in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
                byte[] answer = in == null ? new byte[0] : in.readAllBytes();
                return new Response(status, request.getHeaderFields(), answer);
            }
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
