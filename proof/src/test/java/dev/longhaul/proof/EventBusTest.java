package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.aws.EventBus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to EventBridge, and what its answers mean: no server speaks as it does, so this one answers by the test's word. */
class EventBusTest {

    private final List<String> requests = new ArrayList<>();
    private String answer = "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}";
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod()
                    + ' '
                    + exchange.getRequestHeaders().getFirst("X-Amz-Target")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Authorization").replaceAll("Credential=key/\\d+/", "")
                    + ' '
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private EventBus bus(String name) {
        return new EventBus(
                name,
                Map.of(
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "key",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_ENDPOINT_URL_EVENTBRIDGE",
                                "http://127.0.0.1:" + server.getAddress().getPort()),
                Duration.ofSeconds(20));
    }

    @Test
    void anEventIsPutBySignedJson() throws IOException {
        try (EventBus bus = bus("default")) {
            bus.put("dev.longhaul", "Chain Ended", "{\"chain\":\"grüezi\"}");
        }

        assertThat(requests)
                .singleElement()
                .asString()
                .startsWith("POST AWSEvents.PutEvents application/x-amz-json-1.1 AWS4-HMAC-SHA256"
                        + " eu-central-1/events/aws4_request, SignedHeaders=")
                .endsWith("{\"Entries\":[{\"EventBusName\":\"default\",\"Source\":\"dev.longhaul\","
                        + "\"DetailType\":\"Chain Ended\",\"Detail\":\"{\\\"chain\\\":\\\"grüezi\\\"}\"}]}");
    }

    @Test
    void anEventThatWasNotTakenIsAFailureAlthoughTheAnswerIs200() {
        answer = "{\"Entries\":[{\"ErrorCode\":\"ThrottlingException\",\"ErrorMessage\":\"slow down\"}],"
                + "\"FailedEntryCount\":1}";

        try (EventBus bus = bus("arn:aws:events:eu-central-1:123456789012:event-bus/orders")) {
            assertThatThrownBy(() -> bus.put("dev.longhaul", "Chain Ended", "{}"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("EventBridge has not taken an event for the bus arn:aws:events:")
                    .hasMessageContaining("slow down");
        }
    }

    @Test
    void anAnswerThatSaysNothingIsAFailure() {
        answer = "{}";

        try (EventBus bus = bus("default")) {
            assertThatThrownBy(() -> bus.put("dev.longhaul", "Chain Ended", "{}"))
                    .hasMessageContaining("without saying whether it has taken the event");
        }
    }

    @Test
    void aRefusalIsTold() {
        status = 400;
        answer = "{\"__type\":\"AccessDeniedException\"}";

        try (EventBus bus = bus("default")) {
            assertThatThrownBy(() -> bus.put("dev.longhaul", "Chain Ended", "{}"))
                    .hasMessage("EventBridge answered 400 to PutEvents: {\"__type\":\"AccessDeniedException\"}");
        }
    }

    @Test
    void whatIsNoBusIsRefused() {
        for (String name : List.of("", "a bus", "https://events", "arn:aws:sqs:eu-central-1:1:x")) {
            assertThatThrownBy(() -> EventBus.requireName(name))
                    .hasMessage(
                            "\"" + name + "\" is no bus of EventBridge. Write its name, such as default, or its ARN.");
        }
        EventBus.requireName("default");
        EventBus.requireName("aws.partner/example.com/orders");
        EventBus.requireName("arn:aws-cn:events:cn-north-1:123456789012:event-bus/orders");
    }
}
