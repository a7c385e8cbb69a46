package dev.longhaul.example.demo.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner's HTTP API on this machine, for one order. Thread-safe. */
public final class PartnerServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, String> receipts = new LinkedHashMap<>();
    private final List<String> done = new ArrayList<>();
    private Behaviour behaviour = call -> 200;
    private boolean ready;
    private int calls;

    /** What the partner does when it is called. */
    @FunctionalInterface
    public interface Behaviour {

        /**
         * The status that it answers with: 200 where it does what it is asked for.
         *
         * @param call how many calls came before this one
         */
        int answer(int call);
    }

    /** Starts it, on a free port of the loopback interface. */
    public PartnerServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/orders/", this::answer);
        server.start();
    }

    /** Its URL. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it has done nothing, the order is not ready, and it behaves so. */
    public synchronized void reset(Behaviour other) {
        receipts.clear();
        done.clear();
        ready = false;
        calls = 0;
        behaviour = other;
    }

    /** From now on the order is ready. */
    public synchronized void makeReady() {
        ready = true;
    }

    /** What it has done, in this order. */
    public synchronized List<String> done() {
        return List.copyOf(done);
    }

    /** How often it was called. */
    public synchronized int calls() {
        return calls;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        int status = behaviour.answer(calls++);
        String answer = status != 200 ? "{}" : exchange.getRequestMethod().equals("GET") ? order() : receipt(exchange);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "12");
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String order() {
        return "{\"ready\":" + ready + "}";
    }

    private String receipt(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String operation = path.substring(path.lastIndexOf('/') + 1);
        String number = receipts.computeIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), key -> {
            done.add(operation);
            return operation + "-" + done.size();
        });
        return "{\"number\":\"" + number + "\"}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
