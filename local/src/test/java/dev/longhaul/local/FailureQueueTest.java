package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.functions.Flaky;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The on-failure queue, on a real server that speaks as SQS does. */
class FailureQueueTest {

    private final Recorder recorder = new Recorder();
    private final LocalOptions options =
            LocalOptions.defaults().withListener(recorder).withDelays(delay -> Duration.ofMillis(20));

    @TempDir
    Path folder;

    private FunctionConfig failing(String queue) {
        return FunctionConfig.builder("failing", Flaky.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .timeout(Duration.ofSeconds(30))
                .maximumRetryAttempts(1)
                .environment(Map.of("ATTEMPTS", folder.resolve("attempts").toString(), "FAILURES", "9"))
                .onFailure(queue)
                .build();
    }

    @Test
    void isToldOfAnEventThatWasGivenUp() throws Exception {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        try (SqsClient sqs = SqsClient.builder()
                        .endpointOverride(URI.create("http://127.0.0.1:" + port))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();
                LocalLambda local = LocalLambda.start(options)) {
            String url = sqs.createQueue(request -> request.queueName("failed")).queueUrl();
            local.create(failing(url));

            String requestId = local.send("failing", Payload.of("{\"a\":\"grüezi\"}"));

            List<Message> messages = List.of();
            while (messages.isEmpty()) {
                messages = sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(1))
                        .messages();
            }
            assertThat(messages)
                    .singleElement()
                    .satisfies(message -> assertThat(message.body())
                            .contains(
                                    "\"requestId\":\"" + requestId + "\"",
                                    "\"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":2",
                                    "\"requestPayload\":{\"a\":\"grüezi\"}"));
        } finally {
            server.stopAndWait();
        }
    }

    @Test
    void thatCannotBeReachedIsNamed() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (LocalLambda local = LocalLambda.start(options)) {
            local.create(failing("http://127.0.0.1:1/000000000000/failed"));
            local.send("failing", Payload.of("{}"));
            recorder.await(InvocationEvent.GivenUp.class, 1, "failing");
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("longhaul-local: the failed event ")
                .contains(" of function failing can't be sent to its queue: ");
    }

    @Test
    void whoseUrlIsNoneIsRefused() throws IOException {
        try (LocalLambda local = LocalLambda.start(options)) {
            assertThatThrownBy(() -> local.create(failing("failed")))
                    .hasMessageStartingWith("\"failed\" is no queue's URL. Write one like https://sqs.");
            assertThatThrownBy(() -> local.create(failing("http://127.0.0.1:1/0/failed.fifo")))
                    .hasMessageContaining("is a FIFO queue. Use a standard one");
        }
    }
}
