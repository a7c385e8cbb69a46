package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of a function on AWS: signed calls, pages, and events that are seen once. */
class CloudWatchLogTest {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                signatures.add(exchange.getRequestHeaders().getFirst("X-Amz-Target")
                        + ' '
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer[0] == '{' ? 200 : 400, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CloudWatchLog log() {
        return new CloudWatchLog(
                Map.of(
                        "AWS_REGION",
                        "eu-west-1",
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS",
                        "http://127.0.0.1:" + server.getAddress().getPort()),
                "/aws/lambda/Tally",
                Instant.ofEpochMilli(1_000_000));
    }

    private static String event(String id, long at, String message) {
        return "{\"eventId\":\"" + id + "\",\"logStreamName\":\"s\",\"timestamp\":" + at + ",\"message\":\"" + message
                + "\",\"ingestionTime\":1}";
    }

    @Test
    void pagesAreReadAndEachEventIsSeenOnce() throws Exception {
        answers.add("{\"events\":[" + event("a", 2_000_000, "one\\n") + "],\"nextToken\":\"t\"}");
        answers.add("{\"events\":[" + event("b", 2_000_001, "two") + "]}");
        answers.add("{\"events\":[" + event("b", 2_000_001, "two") + ',' + event("c", 2_000_001, "late") + "]}");
        CloudWatchLog log = log();

        assertThat(log.next()).extracting(LogEvent::text).containsExactly("one");
        assertThat(log.next()).extracting(LogEvent::text).containsExactly("two");
        assertThat(log.next()).extracting(LogEvent::text).containsExactly("late");

        assertThat(requests.get(0)).isEqualTo("{\"logGroupName\":\"/aws/lambda/Tally\",\"startTime\":1000000}");
        assertThat(requests.get(1)).endsWith(",\"nextToken\":\"t\"}");
        assertThat(requests.get(2)).as("again from a minute before").contains("\"startTime\":1940001");
        assertThat(signatures)
                .allSatisfy(signature -> assertThat(signature)
                        .startsWith("Logs_20140328.FilterLogEvents AWS4-HMAC-SHA256 Credential=test/")
                        .contains("/eu-west-1/logs/aws4_request", "Signature="));
    }

    @Test
    void aFailureIsTold() {
        answers.add("ResourceNotFoundException");

        assertThatThrownBy(() -> log().next())
                .isInstanceOf(IOException.class)
                .hasMessage("CloudWatch Logs answered 400 to FilterLogEvents: ResourceNotFoundException");
    }

    @Test
    void theLinesOfAChainAreThoseOfItsInvocations() {
        ChainLines lines = new ChainLines("mine");

        assertThat(shown(lines, "START RequestId: 1", "before", claimed("other"), "theirs", "END RequestId: 1"))
                .isEmpty();
        assertThat(shown(lines, "START RequestId: 2", "early", claimed("mine"), "printed", "END RequestId: 2"))
                .containsExactly("START RequestId: 2", "early", claimed("mine"), "printed", "END RequestId: 2");
    }

    private static String claimed(String chain) {
        return "{\"longhaul\":\"claimed\",\"job\":\"Tally\",\"chain\":\"" + chain + "\",\"hop\":0}";
    }

    private static List<String> shown(ChainLines lines, String... texts) {
        return List.of(texts).stream()
                .flatMap(text -> lines.after(new LogEvent(Instant.EPOCH, "s", text)).stream())
                .map(LogEvent::text)
                .toList();
    }
}
