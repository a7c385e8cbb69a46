package dev.longhaul.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The Invoke API over HTTP, with a function that is no process: its answers are given. */
abstract class InvokeApiCalls {

    static final int SYNC_LIMIT = 6_291_456;
    static final int ASYNC_LIMIT = 1_048_576;

    final List<Invocation> invoked = new ArrayList<>();
    final List<Invocation> queued = new ArrayList<>();
    final HttpClient http = HttpClient.newHttpClient();
    final HttpServer server = newServer();
    InvocationResult result = completed(InvocationStatus.SUCCEEDED, "{\"ok\":true}");

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        Functions functions = new Functions("us-east-1", "000000000000");
        FunctionConfig config = FunctionConfig.builder("known", "a.Handler")
                .classPath(List.of(Path.of("")))
                .aliases(Set.of("live"))
                .build();
        functions.add(new InvokeTarget(
                config,
                invocation -> {
                    invoked.add(invocation);
                    return result;
                },
                queued::add));
        server.createContext("/", new InvokeApi(functions, Clock.systemUTC()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static void assertError(HttpResponse<String> response, int status, String type, String body) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "x-amzn-ErrorType")).isEqualTo(type);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(response.body()).isEqualTo(body);
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    HttpResponse<String> post(String name, String body, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        return send(name + "/invocations", body, more);
    }

    HttpResponse<String> send(String path, String body, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/2015-03-31/functions/" + path)).POST(BodyPublishers.ofString(body));
        return http.send(more.apply(request).build(), BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    static String string(int bytes) {
        return '"' + "x".repeat(bytes - 2) + '"';
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static InvocationResult completed(InvocationStatus status, String payload) {
        Report report = new Report("r", 1, status, Duration.ZERO, Optional.empty(), 128, 0);
        return new InvocationResult.Completed(report, Payload.of(payload), Payload.of("the log"));
    }
}
