package dev.longhaul.console;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.console.api.Chains;
import dev.longhaul.console.api.FunctionFacts;
import dev.longhaul.console.api.Moves;
import dev.longhaul.console.api.OneChain;
import dev.longhaul.console.http.Answer;
import dev.longhaul.console.http.Endpoint;
import dev.longhaul.console.http.Frontend;
import dev.longhaul.console.http.Guard;
import dev.longhaul.local.machine.Loopback;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web page on this machine that shows chains and operates them, until {@link #close()}. Whoever has its address, in which
 * there is a token, may do all that it can. Thread-safe.
 */
public final class Console implements AutoCloseable {

    private static final int THREADS = 8;
    private static final long LOCAL_LOOK_MILLIS = 500;
    /** Each look reads the store, which costs something on AWS. */
    private static final long LOOK_MILLIS = 2_000;

    private final HttpServer server;
    private final ExecutorService threads;
    private final FunctionFacts facts;
    private final Guard guard;

    private Console(HttpServer server, ExecutorService threads, FunctionFacts facts, Guard guard) {
        this.server = server;
        this.threads = threads;
        this.facts = facts;
        this.guard = guard;
    }

    /**
     * Starts a console.
     *
     * @throws IOException where the port is taken
     */
    public static Console start(ConsoleOptions options) throws IOException {
        HttpServer server = Loopback.bind(options.port());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "longhaul-console");
            thread.setDaemon(true);
            return thread;
        });
        FunctionFacts facts = new FunctionFacts();
        Guard guard = Guard.of(server.getAddress().getPort());
        server.createContext("/", new Frontend(guard, endpoints(options, facts)));
        server.setExecutor(threads);
        server.start();
        return new Console(server, threads, facts, guard);
    }

    private static Map<String, Endpoint> endpoints(ConsoleOptions options, FunctionFacts facts) {
        Moves moves = new Moves(options.client(), options.lab());
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.put("GET /api/about", call -> about(options));
        endpoints.put("GET /api/chains", new Chains(options.client(), facts, options.jobs())::list);
        endpoints.put("GET /api/chain", new OneChain(options.client(), facts, options.lab())::show);
        endpoints.put("POST /api/start", moves::start);
        endpoints.put("POST /api/stop", moves::stop);
        endpoints.put("POST /api/resume", moves::resume);
        endpoints.put("POST /api/signal", moves::signal);
        endpoints.put("POST /api/kill", moves::kill);
        endpoints.put("POST /api/deliver", moves::deliver);
        endpoints.put("POST /api/throttle", moves::throttle);
        return endpoints;
    }

    private static Answer about(ConsoleOptions options) throws IOException {
        return Answer.json(out -> {
            out.beginObject();
            out.field("place").string(options.place());
            out.field("jobs").values(options.jobs());
            out.field("lab").bool(options.lab() != null);
            out.field("lookMillis").integer(options.lab() != null ? LOCAL_LOOK_MILLIS : LOOK_MILLIS);
            out.endObject();
        });
    }

    /** What to open in a browser; it has the token in it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/#token=" + guard.token());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        facts.close();
    }
}
