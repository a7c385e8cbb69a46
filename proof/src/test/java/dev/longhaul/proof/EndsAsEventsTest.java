package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The ends of chains in real processes, in a queue of a real server that speaks as SQS does: told by the hop, told by the sweeper
 * where nobody else was there, and told when the server is back.
 */
class EndsAsEventsTest {

    private static final String JOB = "Vouchers";

    @TempDir
    Path folder;

    @Test
    void eachEndIsInTheQueueAlsoWhereThatWasAway() throws Exception {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        String uri = folder.resolve("store").toUri().toString();
        try (SqsClient sqs = client(port);
                CheckpointStore store = CheckpointStores.open(uri, Map.of())) {
            String queue = queue(sqs);
            try (Lambda lambda = new Lambda(uri, 2, Map.of("LONGHAUL_EVENTS", "sqs:" + queue), event -> {})) {
                lambda.create(new VouchersHandler());

                complete(lambda, store, "by its hop");
                assertThat(received(sqs, queue, 1))
                        .singleElement()
                        .asString()
                        .contains(
                                "\"job\":\"Vouchers\",\"chain\":\"by its hop\",\"status\":\"COMPLETED\"",
                                "\"function\":\"arn:aws:lambda:")
                        .doesNotContain("[1,2,3]");

                lambda.ask(JOB, Envelope.start("by the sweeper", "{}"));
                assertThat(lambda.ask(JOB, "{\"longhaul\":{\"v\":1,\"chain\":\"by the sweeper\",\"stop\":\"enough\"}}"))
                        .contains("\"status\":\"STOPPED\"");
                assertThat(lambda.sweep()).contains("\"told\":1");
                assertThat(received(sqs, queue, 1))
                        .singleElement()
                        .asString()
                        .contains("\"chain\":\"by the sweeper\",\"status\":\"STOPPED\",\"reason\":\"StopRequested\"");

                server.stopAndWait();
                complete(lambda, store, "later");
                overdue(store, "later");
                assertThat(lambda.sweep()).contains("\"told\":0", "\"notSent\":1");
                server = SQSRestServerBuilder.withInterface("127.0.0.1")
                        .withPort(port)
                        .start();
                server.waitUntilStarted();
                queue(sqs);
                overdue(store, "later");
                assertThat(lambda.sweep()).contains("\"told\":1", "\"notSent\":0");
                assertThat(received(sqs, queue, 1)).singleElement().asString().contains("\"chain\":\"later\"");
                assertThat(store.overdue(Long.MAX_VALUE, 10).chains()).isEmpty();
            }
        } finally {
            server.stopAndWait();
        }
    }

    private static void complete(Lambda lambda, CheckpointStore store, String chain) throws Exception {
        lambda.ask(JOB, Envelope.start(chain, "{}"));
        for (int number = 1; number <= 3; number++) {
            lambda.ask(
                    JOB,
                    Envelope.signal(chain, "approved", "mail-" + number, "{\"number\":" + number + ",\"by\":\"Ada\"}"));
        }
        Awaiting.until(
                "the chain has completed",
                () -> store.read(JOB, chain).orElseThrow().status().equals(ChainStatus.COMPLETED));
    }

    /** As after the minute in which its hop may tell it, or a sweep that has failed to. */
    private static void overdue(CheckpointStore store, String chain) throws Exception {
        Awaiting.until("the end can be swept", () -> {
            ChainRecord end = store.read(JOB, chain).orElseThrow();
            return store.write(end.change().leaseUntil(0).build());
        });
    }

    private static List<String> received(SqsClient sqs, String queue, int messages) {
        List<String> bodies = new ArrayList<>();
        while (bodies.size() < messages) {
            sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(1))
                    .messages()
                    .forEach(message -> {
                        bodies.add(message.body());
                        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
                    });
        }
        return bodies;
    }

    private static String queue(SqsClient sqs) {
        return sqs.createQueue(request -> request.queueName("ends")).queueUrl();
    }

    private static SqsClient client(int port) {
        return SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }
}
