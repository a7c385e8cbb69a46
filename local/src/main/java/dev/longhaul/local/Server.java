package dev.longhaul.local;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.local.invoke.InvokeApi;
import dev.longhaul.local.machine.Loopback;
import dev.longhaul.local.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.util.concurrent.Executor;

/** The HTTP server of a local Lambda, on loopback only. */
final class Server implements AutoCloseable {

    private final HttpServer http;

    private Server(HttpServer http) {
        this.http = http;
    }

    /** Takes the port; requests wait until {@link #serve}. */
    static Server bind(int port) throws IOException {
        return new Server(Loopback.bind(port));
    }

    void serve(RuntimeApi runtimeApi, InvokeApi invokeApi, Executor threads) {
        http.createContext(RuntimeApi.ROOT, runtimeApi);
        http.createContext("/", invokeApi);
        http.setExecutor(threads);
        http.start();
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
