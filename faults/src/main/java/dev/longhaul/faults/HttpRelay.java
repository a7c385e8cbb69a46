package dev.longhaul.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and an HTTP server on this machine, and decides what becomes of each request. Thread-safe.
 */
public final class HttpRelay implements AutoCloseable {

    /** What belongs to a connection, and not to what is said on it. */
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "http2-settings", "transfer-encoding");

    /** Longer than a server on this machine takes for any answer: one that hangs must not keep others from it for ever. */
    private static final int ANSWER_MILLIS = 60_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final @Nullable Map<String, Object> locks;
    private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Function<Request, Fate> otherwise;
    private final HttpServer server;
    private volatile URI behind;

    private record Planned(Predicate<Request> which, Fate fate) {}

    /** A relay that passes on what nothing else is planned for. */
    public HttpRelay(URI behind) throws IOException {
        this(behind, request -> Fate.PASSED);
    }

    /**
     * A relay.
     *
     * @param behind the server's endpoint
     * @param otherwise what becomes of requests for which nothing is planned
     */
    public HttpRelay(URI behind, Function<Request, Fate> otherwise) throws IOException {
        this(behind, otherwise, null);
    }

    private HttpRelay(URI behind, Function<Request, Fate> otherwise, @Nullable Map<String, Object> locks)
            throws IOException {
        this.locks = locks;
        this.behind = behind;
        this.otherwise = otherwise;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * A relay whose requests for one path reach the server one by one: s3proxy looks at a condition and writes in two steps,
     * between which another write may come; S3 itself does not.
     */
    public static HttpRelay oneByOne(URI behind, Function<Request, Fate> otherwise) throws IOException {
        return new HttpRelay(behind, otherwise, new ConcurrentHashMap<>());
    }

    /** The endpoint for clients. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sends what comes from now on to another server. */
    public void connect(URI other) {
        behind = other;
    }

    /** Plans what becomes of the next such request. */
    public void next(Predicate<Request> which, Fate fate) {
        planned.add(new Planned(which, fate));
    }

    /** Forgets what was planned and has not happened. */
    public void forgetPlans() {
        planned.clear();
    }

    /** The requests so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        requests.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            requests.add(request);
            String target = exchange.getRequestURI().toASCIIString();
            Optional<Response> answer = fate(request).meet(() -> forward(request, target));
            if (answer.isPresent()) {
                answer(exchange, answer.get());
            }
        }
    }

    private Fate fate(Request request) {
        synchronized (planned) {
            Optional<Planned> due =
                    planned.stream().filter(plan -> plan.which().test(request)).findFirst();
            due.ifPresent(planned::remove);
            return due.map(Planned::fate).orElseGet(() -> otherwise.apply(request));
        }
    }

    /**
     * Each request has a connection of its own: where a server refuses one before it has read all of it, it closes the
     * connection, and the next request there would be lost.
     */
    private Response forward(Request request, String target) throws IOException {
        HttpURLConnection sent =
                (HttpURLConnection) behind.resolve(target).toURL().openConnection();
        sent.setRequestMethod(request.method());
        request.headers().forEach((name, values) -> {
            if (isForwarded(name)) {
                values.forEach(value -> sent.addRequestProperty(name, value));
            }
        });
        sent.setRequestProperty("Connection", "close");
        sent.setReadTimeout(ANSWER_MILLIS);
        if (locks == null) {
            return exchanged(sent, request);
        }
        synchronized (locks.computeIfAbsent(request.path(), path -> new Object())) {
            return exchanged(sent, request);
        }
    }

    private static Response exchanged(HttpURLConnection sent, Request request) throws IOException {
        if (request.headers().containsKey("Content-length")) {
            sent.setDoOutput(true);
            sent.getOutputStream().write(request.body());
        }
        int status = sent.getResponseCode();
        try (InputStream in = status < 400 ? sent.getInputStream() : sent.getErrorStream()) {
            return new Response(status, sent.getHeaderFields(), in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private static void answer(HttpExchange exchange, Response answer) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        answer.headers().forEach((name, values) -> {
            // The line with the status has no name. To HEAD, the length is that of a body which isn't sent.
            if (name != null && (isForwarded(name) || (head && name.equalsIgnoreCase("Content-Length")))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = answer.body().length == 0 || head;
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static boolean isForwarded(String header) {
        return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
    }
}
