package dev.longhaul.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The index of leases: never without a chain that it should have, whoever dies or sweeps at whatever moment. */
class S3IndexTest {

    private static final String JOB = "Count";
    private static final String RECORDS = "/chains/";
    private static final String MARKERS = "/live/";
    private static final long DAY = 86_400_000;
    private static TestBucket bucket;

    private final Relay relay = bucket.relay();
    private final String uri = bucket.freshUri();
    private final CheckpointStore store = open();
    private final CheckpointStore sweeper = open();
    private final ChainRecord first = TestChains.first(JOB, "chain");

    @BeforeAll
    static void openBucket() throws Exception {
        bucket = TestBucket.onS3proxy();
    }

    @AfterAll
    static void closeBucket() throws Exception {
        bucket.close();
    }

    @AfterEach
    void close() {
        store.close();
        sweeper.close();
    }

    @Test
    void aCheckpointIsOneRequestAndAMoveOfTheLeaseIsThree() {
        relay.forgetRequests();
        store.write(first);
        assertThat(sent()).containsExactly("PUT live", "PUT chains");

        ChainRecord checkpoint = first.change().steps(5).build();
        store.write(checkpoint);
        assertThat(sent()).containsExactly("PUT chains");

        ChainRecord handedOff = checkpoint
                .change()
                .status(ChainStatus.HANDED_OFF)
                .leaseUntil(3_000)
                .build();
        store.write(handedOff);
        assertThat(sent()).containsExactly("PUT live", "PUT chains", "DELETE live");

        store.write(handedOff.change().status(ChainStatus.COMPLETED).build());
        assertThat(sent()).containsExactly("PUT chains", "DELETE live");
        assertThat(markers()).isEmpty();
    }

    @Test
    void onlyARecordThatExpiresIsTaggedForTheLifecycleRule() {
        store.write(first);
        ChainRecord kept = first.change().status(ChainStatus.STOPPED).build();
        store.write(kept);
        ChainRecord end = kept.change().expiresAt(9_000).build();
        store.write(end);
        store.write(end.change().status(ChainStatus.HANDED_OFF).expiresAt(0).build());
        assertThat(relay.requests().stream()
                        .filter(request -> request.is("PUT", uri.substring("s3:/".length()) + RECORDS))
                        .map(request -> request.header("X-amz-tagging")))
                .containsExactly("", "", "longhaul=ended", "");
    }

    @Test
    void aSweepOfManyChainsReadsTheOverdueOnesOnly() {
        store.write(first);
        for (int i = 0; i < 5; i++) {
            store.write(TestChains.first(JOB, "later " + i, 9_000));
        }
        relay.forgetRequests();
        assertThat(sweeper.overdue(5_000, 100).chains()).containsExactly(first);
        assertThat(sent()).containsExactly("GET ", "GET chains");
    }

    @Test
    void aWriterThatDiesBehindTheMarkerLeavesTheChainAsItWas() {
        store.write(first);
        relay.refuse("PUT", RECORDS, 503, "SlowDown");
        ChainRecord claimed = first.change().leaseUntil(3_000).build();
        assertThatThrownBy(() -> store.write(claimed)).isInstanceOf(StoreUnavailableException.class);

        assertThat(sweeper.overdue(2_500, 10).chains()).containsExactly(first);
        assertThat(sweeper.overdue(4_000, 10).chains()).containsExactly(first);
        assertThat(markers()).hasSize(2);
    }

    @Test
    void aWriterThatDiesBeforeItRemovesTheOldMarkerLeavesItToTheSweep() {
        store.write(first);
        relay.refuse("DELETE", MARKERS, 503, "SlowDown");
        ChainRecord claimed = first.change().leaseUntil(3_000).build();
        assertThat(store.write(claimed)).isTrue();
        assertThat(markers()).hasSize(2);

        assertThat(sweeper.overdue(2_500, 10).chains()).isEmpty();
        assertThat(markers()).hasSize(1);
        assertThat(sweeper.overdue(3_500, 10).chains()).containsExactly(claimed);
    }

    @Test
    void theMarkerOfOneWhoLostTheRaceIsRemovedByTheSweep() {
        store.write(first);
        ChainRecord winner = first.change().leaseUntil(3_000).build();
        relay.before("PUT", RECORDS, () -> sweeper.write(winner));
        assertThat(store.write(first.change().leaseUntil(4_000).build())).isFalse();
        assertThat(markers()).hasSize(2);

        assertThat(sweeper.overdue(5_000, 10).chains()).containsExactly(winner);
        assertThat(markers()).hasSize(1);
    }

    /** The sweep sees a marker of which the record knows nothing yet, and must not take it for one that is left over. */
    @Test
    void aSweepBetweenTheMarkerAndTheRecordKeepsTheMarker() {
        relay.before("PUT", RECORDS, () -> sweeper.overdue(5_000, 10));
        store.write(first);
        assertThat(sweeper.overdue(5_000, 10).chains()).containsExactly(first);

        ChainRecord claimed = first.change().leaseUntil(4_000).build();
        relay.before("PUT", RECORDS, () -> sweeper.overdue(5_000, 10));
        store.write(claimed);
        assertThat(sweeper.overdue(5_000, 10).chains()).containsExactly(claimed);

        ChainRecord end = claimed.change().status(ChainStatus.FAILED).build();
        store.write(end);
        ChainRecord resumed =
                end.change().status(ChainStatus.HANDED_OFF).leaseUntil(4_500).build();
        relay.before("PUT", RECORDS, () -> sweeper.overdue(5_000, 10));
        store.write(resumed);
        assertThat(sweeper.overdue(5_000, 10).chains()).containsExactly(resumed);
    }

    /** The one that ends the chain removes its marker late, when somebody has resumed the chain already. */
    @Test
    void theEndOfAChainDoesNotTakeTheMarkerOfItsResumption() {
        store.write(first);
        ChainRecord end = first.change().status(ChainStatus.STOPPED).build();
        ChainRecord resumed = end.change().status(ChainStatus.HANDED_OFF).build();
        relay.before("DELETE", MARKERS, () -> sweeper.write(resumed));
        store.write(end);
        assertThat(sweeper.overdue(5_000, 10).chains()).containsExactly(resumed);
    }

    @Test
    void theMarkerOfAStartThatNeverCameIsRemovedAfterADay() {
        relay.refuse("PUT", RECORDS, 503, "SlowDown");
        assertThatThrownBy(() -> store.write(first)).isInstanceOf(StoreUnavailableException.class);

        sweeper.overdue(first.leaseUntil() + DAY, 10);
        assertThat(markers()).hasSize(1);
        assertThat(sweeper.overdue(first.leaseUntil() + DAY + 1, 10).chains()).isEmpty();
        assertThat(markers()).isEmpty();
    }

    @Test
    void theMarkersOfAChainThatWasDeletedAreRemoved() {
        store.write(first);
        ChainRecord end = first.change().status(ChainStatus.STOPPED).build();
        store.write(end);
        relay.refuse("PUT", RECORDS, 503, "SlowDown");
        ChainRecord resumed = end.change().status(ChainStatus.HANDED_OFF).build();
        assertThatThrownBy(() -> store.write(resumed)).isInstanceOf(StoreUnavailableException.class);
        sweeper.overdue(5_000, 10);
        assertThat(markers()).hasSize(1);

        try (S3Client client = Clients.of(bucket.environment())) {
            client.deleteObject(delete -> delete.bucket(bucket.name()).key(prefix() + "chains/Count/chain.json"));
        }
        assertThat(sweeper.overdue(5_000, 10).chains()).isEmpty();
        assertThat(markers()).isEmpty();
    }

    private List<String> sent() {
        List<String> sent = relay.requests().stream()
                .map(request -> request.method() + " " + folder(request.path()))
                .toList();
        relay.forgetRequests();
        return sent;
    }

    private static String folder(String path) {
        return path.contains(MARKERS) ? "live" : path.contains(RECORDS) ? "chains" : "";
    }

    private List<String> markers() {
        try (S3Client client = Clients.of(bucket.environment())) {
            return client
                    .listObjectsV2(list -> list.bucket(bucket.name()).prefix(prefix() + "live/"))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    private String prefix() {
        return BucketUri.of(uri).prefix();
    }

    private CheckpointStore open() {
        return CheckpointStores.open(uri, bucket.environment());
    }
}
