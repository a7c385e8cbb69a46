package dev.longhaul.local.invoke;

import com.sun.net.httpserver.Headers;
import java.util.regex.Pattern;

/**
 * Lets nobody in but programs on this machine: the server listens on loopback, but a page in a browser here could still
 * send requests to it, from another origin or through a name that it lets point to 127.0.0.1.
 */
final class LocalCallers {

    private static final Pattern LOOPBACK = Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::\\d+)?");

    private LocalCallers() {}

    static void check(Headers headers) throws ApiException {
        String host = headers.getFirst("Host");
        if (host != null && !LOOPBACK.matcher(host).matches()) {
            throw ApiException.forbidden("Host is " + host + ": call the local Lambda by 127.0.0.1 or localhost");
        }
        if (headers.containsKey("Origin")) {
            throw ApiException.forbidden("the request comes from a web page: the local Lambda serves programs only");
        }
    }
}
