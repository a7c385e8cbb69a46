package dev.longhaul.example.demo.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longhaul.example.reconcile.Payment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provider's HTTP API on this machine, which does what it is told to when a page is asked for. Thread-safe. */
public final class ProviderServer implements AutoCloseable {

    private static final Pattern QUERY = Pattern.compile("after=([^&]*)&limit=(\\d+)&until=(\\d+)");

    private final NavigableMap<String, Payment> payments = new TreeMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Behaviour behaviour = request -> {};
    private int requests;

    /** What happens to a request before it is answered. */
    @FunctionalInterface
    public interface Behaviour {

        /** Is given each request, and may answer it. */
        void meet(PageRequest request) throws IOException;
    }

    /** A request for a page. */
    public static final class PageRequest {

        private final HttpExchange exchange;
        private final int number;
        private boolean answered;

        private PageRequest(HttpExchange exchange, int number) {
            this.exchange = exchange;
            this.number = number;
        }

        /** How many came before it. */
        public int number() {
            return number;
        }

        /** Answers that the client is to come again, so much later. */
        public void refuse(int status, @Nullable String retryAfter) throws IOException {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
            answered = true;
        }

        /** Leaves the client without an answer. */
        public void hang() {
            answered = true;
        }
    }

    /** Starts it, on a free port of the loopback interface. */
    public ProviderServer(Collection<Payment> has) throws IOException {
        replace(has);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/payments", this::answer);
        server.start();
    }

    /** Its URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it has these payments, counts its requests from 0, and behaves so. */
    public synchronized void reset(Collection<Payment> has, Behaviour other) {
        replace(has);
        behaviour = other;
        requests = 0;
    }

    private synchronized void replace(Collection<Payment> has) {
        payments.clear();
        has.forEach(payment -> payments.put(payment.id(), payment));
    }

    /** Changes what it has. */
    public synchronized void change(Consumer<NavigableMap<String, Payment>> change) {
        change.accept(payments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        PageRequest request;
        synchronized (this) {
            request = new PageRequest(exchange, requests++);
        }
        behaviour.meet(request);
        if (!request.answered) {
            byte[] body = json.writeValueAsBytes(page(exchange.getRequestURI().getQuery()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }

    private synchronized Map<String, @Nullable Object> page(String query) {
        Matcher asked = QUERY.matcher(query);
        if (!asked.matches()) {
            throw new IllegalArgumentException(query);
        }
        long until = Long.parseLong(asked.group(3));
        int limit = Integer.parseInt(asked.group(2));
        List<Payment> rest = payments.tailMap(asked.group(1), false).values().stream()
                .filter(payment -> payment.created() < until)
                .toList();
        List<Payment> page = rest.subList(0, Math.min(limit, rest.size()));
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("payments", page);
        answer.put("next", rest.size() > limit ? page.get(limit - 1).id() : null);
        answer.put("total", payments.size());
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
