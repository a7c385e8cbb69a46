package dev.longhaul.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.state.StateException;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.testing.ChainTester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Events of each kind, in the form that AWS documents, with fields that no class has yet: jobs are started by them. */
class AwsEventsTest {

    @Test
    void messagesOfAQueue() throws IOException {
        started(
                new EventJobs_FromQueueHandler(),
                "queue",
                "[\"059f36b4-87a3-44ab-83d2-661975830a7d\",\"{\\\"order\\\":7}\","
                        + "\"arn:aws:sqs:eu-central-1:123456789012:orders\",\"1\",\"order\"]");
    }

    @Test
    void objectsOfABucket() throws IOException {
        started(
                new EventJobs_FromBucketHandler(),
                "bucket",
                "[\"ObjectCreated:Put\",\"logs-of-acme\",\"access/2026-11-23 night.log.gz\",\"1305107\","
                        + "\"2026-11-23T04:05:06.789Z\"]");
        started(new EventJobs_FromNotificationHandler(), "bucket", "[\"access/2026-11-23+night.log.gz\"]");
    }

    @Test
    void messagesOfATopic() throws IOException {
        started(
                new EventJobs_FromTopicHandler(),
                "topic",
                "[\"95df01b4-ee98-5cb9-9903-4c221d41eb5e\",\"paid\",\"order 7 is paid\",\"2026-11-23T04:05:06.789Z\","
                        + "\"order\"]");
    }

    @Test
    void anEventOfTheBus() throws IOException {
        started(
                new EventJobs_FromBusHandler(),
                "bus",
                "[\"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa\",\"Scheduled Event\",\"aws.events\",\"2026-11-23T04:05:06Z\","
                        + "\"arn:aws:events:eu-central-1:123456789012:rule/nightly\",\"payments\"]");
    }

    @Test
    void recordsOfAStream() throws IOException {
        started(
                new EventJobs_FromStreamHandler(),
                "stream",
                "[\"shardId-000000000006:49590338271490256608559692538361571095921575989136588898\",\"customer-7\","
                        + "\"order 7 is paid\",\"2018-12-17T22:10:50.987Z\"]");
    }

    @Test
    void changesOfATable() throws IOException {
        started(
                new EventJobs_FromTableHandler(),
                "table",
                "[\"MODIFY\",\"order-7\",\"12.50\",\"[express, gift]\",\"2018-12-17T22:10:50Z\"]");
    }

    @Test
    void eventsThatTheLibraryReadsByTheirNames() throws IOException {
        started(new EventJobs_FromBrokerHandler(), "broker", "[\"orders-0\",\"orders\",\"b3JkZXIgNyBpcyBwYWlk\"]");
        started(new EventJobs_FromGatewayHandler(), "gateway", "[\"/orders\",\"POST\",\"{\\\"order\\\":7}\"]");
    }

    /** An invocation that dies is delivered again with its request id, and is the same chain: nothing is done twice. */
    @Test
    void anEventThatIsDeliveredAgainIsTheSameChain() throws IOException {
        assertThat(ChainTester.of(new EventJobs_FromQueueHandler())
                        .event(event("queue"))
                        .killAtEveryPoint()
                        .points())
                .isPositive();
    }

    @Test
    void nullIsNoEvent() throws IOException {
        assertThat(AwsEvents.read(SQSEvent.class, new StateReader("null"))).isNull();
    }

    @Test
    void aFaultIsNamedAndNothingOfTheEventIs() {
        assertThatThrownBy(() -> read(SQSEvent.class, "{\"Records\":[{\"attributes\":{\"secret\":{\"secret\":7}}}]}"))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith("AWS's library can't read it as SQSEvent, at Records/0/attributes/{key} (")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> read(
                        DynamodbEvent.class,
                        "{\"Records\":[{\"dynamodb\":{\"NewImage\":{\"secret\":{\"SS\":[{\"x\":\"secret\"}]}}}}]}"))
                .hasMessageStartingWith(
                        "AWS's library can't read it as DynamodbEvent, at Records/0/dynamodb/NewImage/{key}/SS/0 (")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> read(S3Event.class, "{\"Records\":[{\"eventTime\":\"secret\"}]}"))
                .hasMessageStartingWith("AWS's library can't read it as S3Event (")
                .message()
                .doesNotContain("secret");
    }

    private static <T> void read(Class<T> type, String event) throws IOException {
        AwsEvents.read(type, new StateReader(event));
    }

    private static void started(LongRunningHandler<?> handler, String event, String result) throws IOException {
        ChainTester.of(handler).event(event(event)).run().assertCompleted().assertResult(result);
    }

    private static String event(String name) throws IOException {
        try (InputStream in = AwsEventsTest.class.getResourceAsStream("/events/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
