package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.invocation.InvocationEvent.LogLine;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.queue.ThroughQueue;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Chains in real processes go on through a queue, on a real server that speaks as SQS does, and are started by the messages of one: each
 * message is a chain of its own, and one that is no event comes back alone.
 */
class QueuedChainsTest {

    private static final int TRANSFERS = 30;
    private static final int STEP_MILLIS = 80;
    /** Above the timeout of the function. */
    private static final String VISIBILITY_SECONDS = "20";

    private static SQSRestServer server;
    private static SqsClient sqs;

    @TempDir
    Path folder;

    private final List<String> givenBack = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:"
                        + server.waitUntilStarted().localAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        server.stopAndWait();
    }

    private static String queue(String name) {
        return sqs.createQueue(request -> request.queueName(name)
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, VISIBILITY_SECONDS)))
                .queueUrl();
    }

    @Test
    void eachMessageIsAChainThatGoesOnThroughTheQueue() throws Exception {
        String url = queue("hops");
        run(url, Map.of(Lambda.QUEUE, url, "LONGHAUL_CONTINUE", "sqs:" + url));
    }

    @Test
    void theMessagesOfABatchAreChainsOfTheirOwn() throws Exception {
        String url = queue("orders");
        run(url, Map.of(Lambda.QUEUE, url, "LONGHAUL_MESSAGES", "each"));
    }

    @SuppressWarnings("try") // The functions are there to be fed.
    private void run(String url, Map<String, String> variables) throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        List<String> chains = new ArrayList<>(List.of("named"));
        sqs
                .sendMessageBatch(request -> request.queueUrl(url)
                        .entries(
                                entry("0", ledger.input(TRANSFERS, STEP_MILLIS)),
                                entry("1", ledger.start("named", TRANSFERS, STEP_MILLIS)),
                                entry("2", "{\"total\":\"many\"}")))
                .successful()
                .stream()
                .filter(sent -> sent.id().equals("0"))
                .map(SendMessageBatchResultEntry::messageId)
                .forEach(chains::add);
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda ignored = new Lambda(uri, 4, variables, event -> {
                    if (event instanceof LogLine line && line.text().contains("of a queue is given back")) {
                        givenBack.add(line.text());
                    }
                })) {
            Awaiting.until("the chains have ended", () -> {
                for (String chain : chains) {
                    if (store.read(Lambda.JOB, chain).stream()
                            .noneMatch(record -> record.status().terminal())) {
                        return false;
                    }
                }
                return !givenBack.isEmpty();
            });

            for (String chain : chains) {
                ChainRecord end = store.read(Lambda.JOB, chain).orElseThrow();
                assertThat(ledger.check(end, TRANSFERS))
                        .as("transfers that were made again")
                        .isZero();
                assertThat(end.hop()).as("hops behind the first").isPositive();
            }
            assertThat(store.list(Lambda.JOB, 10).chains()).hasSize(2);
            assertThat(givenBack).hasSize(1).first().asString().contains("total");
        }
        Awaiting.until("only the message that is no event is left", () -> left(url) == 1);
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static int left(String url) {
        return number(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    private static int number(String url, QueueAttributeName name) {
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    @Test
    void theQueueIsATimerToTheSecond() {
        String url = queue("timers");
        Map<String, String> environment =
                Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
        try (ThroughQueue way = new ThroughQueue(url, "Count", new SelfInvoke(environment), environment)) {
            NextHop next = new NextHop("arn:aws:lambda:us-east-1:000000000000:function:Count:live", "{}", null, null);
            long before = System.currentTimeMillis();
            assertThat(way.sendLater(next, 1_100)).isTrue();
            assertThat(way.sendLater(next, 86_400_000))
                    .as("sent on each quarter of an hour")
                    .isTrue();
            List<Message> messages = List.of();
            while (messages.isEmpty()) {
                messages = sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(1))
                        .messages();
            }

            assertThat(System.currentTimeMillis() - before).isGreaterThanOrEqualTo(1_100);
            assertThat(messages).singleElement().extracting(Message::body).isEqualTo("{}");
            assertThat(number(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                    .isEqualTo(1);
            NextHop others = new NextHop("arn:aws:lambda:us-east-1:000000000000:function:Other", "{}", null, null);
            assertThat(way.sendLater(others, 1_100)).as("another function's").isFalse();
            assertThatThrownBy(() -> way.send(new NextHop("Count", "{}", null, "blue")))
                    .isInstanceOf(ContinuationException.class)
                    .hasMessageStartingWith("the function is isolated by tenants");
        }
    }
}
