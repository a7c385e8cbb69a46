package dev.longhaul.example.move;

import static dev.longhaul.example.demo.move.SampleObjects.FROM;
import static dev.longhaul.example.demo.move.SampleObjects.PREFIX;
import static dev.longhaul.example.demo.move.SampleObjects.TO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.example.demo.move.ObjectServer;
import dev.longhaul.example.demo.move.SampleObjects;
import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Request;
import dev.longhaul.faults.Response;
import dev.longhaul.testing.ChainRun;
import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.sim.KillPoints;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** The job with a real S3 server, in virtual time. */
class MoveObjectsTest {

    private static final List<String> FEW = List.of(PREFIX + "a", PREFIX + "b c+d%20", PREFIX + "parts");
    private static final String KEY = PREFIX + "a";
    /** One copied in one request, one in parts: a run for each point of a run is enough of these. */
    private static final List<String> TWO = List.of(KEY, PREFIX + "parts");
    /** What is larger is copied in parts; of so few bytes, in one. */
    private static final int PART_BYTES = 100;

    private static ObjectServer server;
    private static HttpRelay relay;
    /** The test's own client, past the relay. */
    private static S3Client s3;

    private static S3Client relayed;
    private KillPoints points = null;

    @BeforeAll
    static void start() throws Exception {
        server = new ObjectServer();
        relay = new HttpRelay(server.endpoint());
        s3 = server.patientClient();
        relayed = ObjectServer.client(URI.create(relay.endpoint()));
        SampleObjects.fill(s3, List.of());
    }

    @AfterAll
    static void stop() throws Exception {
        relayed.close();
        s3.close();
        relay.close();
        server.close();
    }

    @BeforeEach
    void forgetPlans() {
        relay.forgetPlans();
    }

    @Test
    void eachObjectIsMovedOnceWhereverTheJobDies() {
        tester(TWO)
                .outcome(() -> contents(FROM) + " " + contents(TO))
                .afterEach(run -> {
                    assertThat(contents(TO)).as(run.transcript()).isEqualTo(expected(TWO));
                    assertThat(copies())
                            .as(run.transcript())
                            .isNotEmpty()
                            .allSatisfy((path, times) -> assertThat(times).isEqualTo(1));
                })
                .killAtEveryPoint();
    }

    @Test
    void oddNamesAndManyObjectsAtOnceAreMoved() {
        List<String> keys = SampleObjects.keys(60);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            ChainTester.of(new MoveObjectsHandler(new Buckets(relayed, threads)))
                    .event(event(8))
                    .beforeEach(() -> fill(keys))
                    .run()
                    .assertCompleted()
                    .assertResult("{\"objects\":{\"MOVED\":60},\"left\":{}}");
        } finally {
            threads.shutdownNow();
        }
        assertThat(contents(TO)).isEqualTo(expected(keys));
        assertThat(contents(FROM)).isEmpty();
    }

    @Test
    void anObjectThatVanishesIsReported() {
        relay.next(
                copyOf(KEY),
                Fate.after(() -> s3.deleteObject(delete -> delete.bucket(FROM).key(KEY))));

        assertLeft("VANISHED");
    }

    @Test
    void anObjectThatChangesBeforeItIsCopiedStaysAndIsReported() {
        relay.next(copyOf(KEY), Fate.after(() -> SampleObjects.put(s3, KEY, bytes("new"))));

        assertLeft("CHANGED");
        assertThat(contents(FROM)).containsExactly(Map.entry(KEY, "new"));
    }

    @Test
    void anObjectIsDeletedOnlyAsItWasCopied() {
        tester(FEW).run().assertCompleted();

        assertThat(relay.requests().stream().filter(request -> request.is("DELETE", FROM)))
                .hasSize(FEW.size())
                .allMatch(request -> !request.header("If-Match").isEmpty());
    }

    @Test
    void anObjectThatMayNotBeReadStaysAndIsReported() {
        relay.next(
                copyOf(KEY),
                Fate.refused(Response.of(
                        403,
                        "application/xml",
                        "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")));

        assertLeft("FORBIDDEN");
        assertThat(contents(FROM)).containsOnlyKeys(KEY);
    }

    @Test
    void aCopyWithOtherBytesKeepsTheObject() {
        relay.next(copyOf(KEY), server -> {
            var answer = Fate.PASSED.meet(server);
            s3.putObject(put -> put.bucket(TO).key(KEY), RequestBody.fromString("something else"));
            return answer;
        });

        assertLeft("DIFFERS");
        assertThat(contents(FROM)).containsOnlyKeys(KEY);
    }

    @Test
    void aCallThatFailsForAMomentIsTriedAgain() {
        for (int i = 0; i < 5; i++) {
            relay.next(
                    copyOf(KEY),
                    Fate.refused(Response.of(503, "application/xml", "<Error><Code>SlowDown</Code></Error>")));
        }
        tester(FEW).run().assertCompleted().assertResult("{\"objects\":{\"MOVED\":3},\"left\":{}}");
    }

    @Test
    void aBucketThatIsNotThereEndsTheChain() {
        tester(FEW).event(event(1).replace(FROM, "nowhere")).run().assertFailed(NoSuchBucketException.class);
    }

    private void assertLeft(String why) {
        ChainRun<MoveObjects> run = tester(FEW).run().assertCompleted();

        run.assertResult("{\"objects\":{\"MOVED\":2,\"" + why + "\":1},\"left\":{\"" + KEY + "\":\"" + why + "\"}}");
    }

    /** Moves one object after the other, on the thread of the job. */
    private ChainTester<MoveObjects> tester(List<String> keys) {
        S3Client killed = KilledS3.of(relayed, () -> points);
        return ChainTester.of(new MoveObjectsHandler(new Buckets(killed, Runnable::run)))
                .event(event(1))
                .beforeEach(() -> fill(keys))
                .prepare((job, given) -> points = given);
    }

    private static String event(int atOnce) {
        return "{\"from\":\"" + FROM + "\",\"prefix\":\"" + PREFIX + "\",\"to\":\"" + TO + "\",\"atOnce\":" + atOnce
                + ",\"partBytes\":" + PART_BYTES + "}";
    }

    private static void fill(List<String> keys) {
        for (String bucket : List.of(FROM, TO)) {
            SampleObjects.keysIn(s3, bucket)
                    .forEach(key ->
                            s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
        }
        keys.forEach(key -> SampleObjects.put(s3, key, content(key)));
        relay.forgetRequests();
    }

    private static Predicate<Request> copyOf(String key) {
        return request -> request.is("PUT", TO + "/" + key)
                && !request.header("x-amz-copy-source").isEmpty();
    }

    /** How often each object was copied: in one request, or by the one that ends a copy in parts. */
    private static Map<String, Long> copies() {
        return relay.requests().stream()
                .filter(request -> request.method().equals("PUT")
                        ? request.header("x-amz-copy-source-range").isEmpty()
                        : request.text().contains("<CompleteMultipartUpload"))
                .collect(Collectors.groupingBy(Request::path, TreeMap::new, Collectors.counting()));
    }

    /** What is in a bucket: the keys with their text. */
    private static Map<String, String> contents(String bucket) {
        Map<String, String> contents = new TreeMap<>();
        SampleObjects.in(s3, bucket).forEach((key, bytes) -> contents.put(key, text(bytes)));
        return contents;
    }

    private static Map<String, String> expected(List<String> keys) {
        Map<String, String> contents = new TreeMap<>();
        keys.forEach(key -> contents.put(key, text(content(key))));
        return contents;
    }

    private static byte[] content(String key) {
        return key.endsWith("parts") ? bytes("x".repeat(PART_BYTES + 17)) : SampleObjects.content(key);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
