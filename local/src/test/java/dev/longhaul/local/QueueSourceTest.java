package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.QueueSource;
import dev.longhaul.local.functions.Sorter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue on a real server that speaks as SQS does feeds a function in a process of its own. */
class QueueSourceTest {

    private SQSRestServer server;
    private SqsClient sqs;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    @AfterEach
    void stop() {
        sqs.close();
        server.stopAndWait();
    }

    private String queue(int visibilitySeconds) {
        return sqs.createQueue(request -> request.queueName("orders")
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(visibilitySeconds))))
                .queueUrl();
    }

    private FunctionConfig.Builder sorter() {
        return FunctionConfig.builder("sorter", Sorter.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .environment(Map.of("SEEN", folder.resolve("seen").toString()))
                .timeout(Duration.ofSeconds(2));
    }

    @Test
    void whatFailsComesAgainAndTheRestDoesNot() throws Exception {
        String url = queue(2);
        sqs.sendMessageBatch(request ->
                request.queueUrl(url).entries(List.of(entry("a", "good"), entry("b", "bad"), entry("c", "fine"))));
        try (LocalLambda local = LocalLambda.start(LocalOptions.defaults())) {
            local.create(sorter().queue(new QueueSource(url, 10, true, 2)).build());
            while (!seen().contains("bad 2")) {
                LockSupport.parkNanos(20_000_000);
            }
            while (left(url) > 0) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        assertThat(seen()).containsExactlyInAnyOrder("good 1", "bad 1", "fine 1", "bad 2");
    }

    @Test
    void aQueueThatWouldDeliverTwiceIsRefused() throws Exception {
        String url = queue(1);
        try (LocalLambda local = LocalLambda.start(LocalOptions.defaults())) {
            assertThatThrownBy(() -> local.create(
                            sorter().queue(new QueueSource(url, 1, true, 1)).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the queue of function sorter has a visibility timeout of 1 s, and the"
                            + " function a timeout of 2 s");
        }
        assertThatThrownBy(() -> new QueueSource(url, 11, true, 1)).hasMessageContaining("use 1 to 10");
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private List<String> seen() throws Exception {
        Path seen = folder.resolve("seen");
        return Files.exists(seen) ? Files.readAllLines(seen) : List.of();
    }

    private int left(String url) {
        Map<QueueAttributeName, String> numbers = sqs.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return numbers.values().stream().mapToInt(Integer::parseInt).sum();
    }
}
