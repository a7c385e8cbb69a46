package dev.longhaul.local;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.local.invoke.InvokeApi;
import dev.longhaul.local.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/** The HTTP server of a local Lambda, on loopback only. */
final class Server implements AutoCloseable {

    private static final int DEFAULT_BACKLOG = 0;

    private final HttpServer http;

    private Server(HttpServer http) {
        this.http = http;
    }

    /** Takes the port; requests wait until {@link #serve}. */
    static Server bind(int port) throws IOException {
        // Read once by the JDK, when its server is first used: without it, each request on a kept connection takes 40
        // ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return new Server(HttpServer.create(new InetSocketAddress(loopback, port), DEFAULT_BACKLOG));
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " on 127.0.0.1 cannot be taken (" + e.getMessage() + "): use another, or 0", e);
        }
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
