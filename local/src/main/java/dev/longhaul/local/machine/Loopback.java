package dev.longhaul.local.machine;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Makes HTTP servers that only programs on this machine can reach. */
public final class Loopback {

    private static final int DEFAULT_BACKLOG = 0;

    private Loopback() {}

    /**
     * Takes a port of 127.0.0.1; 0 takes a free one. Requests wait until the server is started.
     *
     * @throws IOException where the port is taken; it names the port
     */
    public static HttpServer bind(int port) throws IOException {
        // Read once by the JDK, when its server is first used: without it, each request on a kept connection takes 40
        // ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), DEFAULT_BACKLOG);
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " on 127.0.0.1 cannot be taken (" + e.getMessage() + "): use another, or 0", e);
        }
    }
}
