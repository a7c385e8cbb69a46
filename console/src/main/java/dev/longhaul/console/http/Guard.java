package dev.longhaul.console.http;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has the token, by a page of this server. The server listens on loopback; but a page of somebody else's in a
 * browser here can send requests to it, also by a name that it lets point to 127.0.0.1, and so can other users of this
 * machine.
 */
public final class Guard {

    /** The header with the token: one that no other page can set without being asked first, and refused. */
    static final String TOKEN = "X-Longhaul-Token";

    private static final int TOKEN_BYTES = 24;

    private final List<String> hosts;
    private final String token;

    private Guard(List<String> hosts, String token) {
        this.hosts = hosts;
        this.token = token;
    }

    /** A guard of a server on this port of loopback, with a token that nobody can guess. */
    public static Guard of(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return new Guard(
                List.of("127.0.0.1:" + port, "localhost:" + port),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What a caller has to know. */
    public String token() {
        return token;
    }

    /** Why nobody is answered who calls so, if so. */
    Optional<String> refusesPage(Headers headers) {
        if (!hosts.contains(String.valueOf(headers.getFirst("Host")))) {
            return Optional.of("the request is for another host: open the address that the console has printed");
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && hosts.stream().map("http://"::concat).noneMatch(origin::equals)) {
            return Optional.of("the request comes from another page than the console's");
        }
        return Optional.empty();
    }

    /** Why no data is given, and nothing is done, for who calls so, if so. */
    Optional<String> refusesCall(Headers headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return Optional.of("the request comes from another page than the console's");
        }
        return isToken(headers.getFirst(TOKEN))
                ? Optional.empty()
                : Optional.of("the token is wrong or missing: open the address that the console has printed");
    }

    private boolean isToken(@Nullable String said) {
        return said != null && MessageDigest.isEqual(bytes(said), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
