package dev.longhaul.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in: requests as other pages in the browser, and other programs, could send them. */
class ConsoleGuardTest {

    private static final String STOP = "{\"job\":\"Tally\",\"chain\":\"nightly\"}";

    @TempDir
    static Path folder;

    private static Stage stage;

    @BeforeAll
    static void set() throws IOException {
        stage = Stage.set(folder);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static String host() {
        return stage.origin().substring("http://".length());
    }

    private static String token() {
        return "X-Longhaul-Token: " + stage.token() + "\r\n";
    }

    /** Sends a request byte by byte, since Java's clients set some headers themselves. */
    private static String send(String method, String path, String host, String headers, String body)
            throws IOException {
        int port = Integer.parseInt(host().substring(host().indexOf(':') + 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String stop(String headers) throws IOException {
        return send("POST", "/api/stop", host(), headers + "Content-Type: application/json\r\n", STOP);
    }

    @Test
    void whoHasTheTokenIsAnswered() throws IOException {
        assertThat(send("GET", "/api/chains", host(), token(), "")).startsWith("HTTP/1.1 200");
        assertThat(stop(token() + "Origin: " + stage.origin() + "\r\n"))
                .startsWith("HTTP/1.1 409")
                .contains("nightly");
    }

    @Test
    void aForeignHostIsRefused() throws IOException {
        assertThat(send("GET", "/", "rebound.example:80", "", ""))
                .startsWith("HTTP/1.1 403")
                .contains("another host");
        assertThat(send("GET", "/api/chains", "127.0.0.1:1", token(), "")).startsWith("HTTP/1.1 403");
    }

    @Test
    void anotherOriginIsRefused() throws IOException {
        assertThat(stop(token() + "Origin: https://elsewhere.example\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("another page");
        assertThat(stop(token() + "Origin: null\r\n")).startsWith("HTTP/1.1 403");
        assertThat(stop(token() + "Sec-Fetch-Site: cross-site\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void withoutTheTokenNothingIsShownOrDone() throws IOException {
        assertThat(stop("")).startsWith("HTTP/1.1 403").contains("the token is wrong or missing");
        assertThat(stop("X-Longhaul-Token: guessed\r\n")).startsWith("HTTP/1.1 403");
        assertThat(send("GET", "/api/chain?job=Tally&chain=nightly", host(), "", ""))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aFormIsNoCall() throws IOException {
        assertThat(send("POST", "/api/stop", host(), token() + "Content-Type: text/plain\r\n", STOP))
                .startsWith("HTTP/1.1 415");
        assertThat(send("GET", "/api/stop?job=Tally&chain=nightly", host(), token(), ""))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void thePageMayRunItsOwnScriptsOnly() throws IOException {
        assertThat(send("GET", "/", host(), "", ""))
                .startsWith("HTTP/1.1 200")
                .contains("script-src 'self';", "frame-ancestors 'none'", "nosniff")
                .doesNotContain(stage.token());
        assertThat(send("GET", "/../../Console.class", host(), "", "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void whatIsAskedWronglyIsSaid() throws IOException {
        assertThat(send("GET", "/api/chain?job=Tally", host(), token(), ""))
                .startsWith("HTTP/1.1 400")
                .contains("chain is missing");
        assertThat(send("GET", "/api/chains?status=odd", host(), token(), ""))
                .startsWith("HTTP/1.1 400")
                .contains("status is all, living or ended");
    }
}
