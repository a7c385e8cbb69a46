package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The service that the voyages call: it keeps under which key each leg was done, and how often. The truth of the soak. */
final class Harbor implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** By chain and leg: the key, and the calls under it. */
    private final Map<String, Map<String, Integer>> calls = new ConcurrentHashMap<>();
    /** By key: the chain and the leg. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private final List<Weight> weights = new CopyOnWriteArrayList<>();

    /**
     * What a process held at the beginning of a hop.
     *
     * @param heap in bytes, after a collection
     */
    record Weight(long pid, int hop, long heap, int threads) {}

    Harbor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/call", exchange -> answer(exchange, call(query(exchange))));
        server.createContext("/weight", exchange -> answer(exchange, weigh(query(exchange))));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private String call(Map<String, String> query) {
        String leg = query.get("chain") + "/" + query.get("leg");
        keys.merge(query.get("key"), leg, (known, now) -> known.equals(now) ? known : known + " and " + now);
        Map<String, Integer> made =
                calls.compute(leg, (ignored, before) -> incremented(before, String.valueOf(query.get("key"))));
        return String.valueOf(made.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static Map<String, Integer> incremented(@Nullable Map<String, Integer> before, String key) {
        Map<String, Integer> after = before == null ? new HashMap<>() : new HashMap<>(before);
        after.merge(key, 1, Integer::sum);
        return after;
    }

    private String weigh(Map<String, String> query) {
        weights.add(new Weight(
                Long.parseLong(query.get("pid")),
                Integer.parseInt(query.get("hop")),
                Long.parseLong(query.get("heap")),
                Integer.parseInt(query.get("threads"))));
        return "";
    }

    List<Weight> weights() {
        return weights;
    }

    /** No key stands for two legs; for each of these legs there is one key. How many calls were made again. */
    int check(String chain, List<Integer> legs) {
        int again = 0;
        for (int leg : legs) {
            Map<String, Integer> made = calls.getOrDefault(chain + "/" + leg, Map.of());
            assertThat(made.keySet()).as("the keys of leg %d of %s", leg, chain).hasSize(1);
            String key = made.keySet().iterator().next();
            assertThat(keys.get(key)).as("what was done under the key %s", key).isEqualTo(chain + "/" + leg);
            again += made.get(key) - 1;
        }
        return again;
    }

    /** The legs that were called for a chain. */
    List<Integer> called(String chain) {
        return calls.keySet().stream()
                .filter(leg -> leg.startsWith(chain + "/"))
                .map(leg -> leg.substring(chain.length() + 1))
                // Not those of its children.
                .filter(leg -> leg.indexOf('/') < 0)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .forEach(part -> query.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        return query;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
