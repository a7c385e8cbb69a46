package dev.longhaul.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.store.StoreContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The store in a bucket of {@link TestBucket}'s, which says how to point this suite at another one. */
class S3StoreTest {

    private static final String JOB = "Count";
    private static TestBucket bucket;

    private final String uri = bucket.freshUri();
    private final CheckpointStore store = open(uri);

    @BeforeAll
    static void openBucket() throws Exception {
        bucket = TestBucket.open();
    }

    @AfterAll
    static void closeBucket() throws Exception {
        if (bucket != null) {
            bucket.close();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> theContractIsKept() {
        return StoreContract.checks(() -> open(uri), this::damage).entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
    }

    @Test
    void aStateAboveTheLimitIsRefusedBeforeAnythingIsWrittenAndTheLastOneStays() {
        ChainRecord first = TestChains.first(JOB, "large");
        store.write(first);
        ChainRecord tooLarge = first.change()
                .state(new SavedState("\"" + "x".repeat(S3Store.LARGEST) + "\"", "abc"))
                .build();

        assertThatThrownBy(() -> store.write(tooLarge))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageStartingWith("the record of chain large of Count has 671")
                .hasMessageContaining("this store holds at most 67108864");
        assertThat(store.read(JOB, "large")).contains(first);
    }

    @Test
    void aStateOfManyMegabytesComesBackAsItWas() {
        ChainRecord first = TestChains.first(JOB, "large");
        store.write(first);
        ChainRecord large = first.change()
                .state(new SavedState("\"" + "0123456789".repeat(1_500_000) + "\"", "abc"))
                .build();
        assertThat(store.write(large)).isTrue();
        assertThat(store.read(JOB, "large").equals(java.util.Optional.of(large)))
                .isTrue();
    }

    @Test
    void anObjectOfAnotherProgramIsNamedAndDoesNotKeepTheOthersFromBeingFound() {
        store.write(TestChains.first(JOB, "sound"));
        store.write(TestChains.first(JOB, "corrupt"));
        put("chains/Count/corrupt.json");

        assertThatThrownBy(() -> store.read(JOB, "corrupt"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("chains/Count/corrupt.json has not the metadata of a chain's record");
        Listing found = store.overdue(2_000, 10);
        assertThat(found.chains()).containsExactly(TestChains.first(JOB, "sound"));
        assertThat(found.unreadable())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("chains/Count/corrupt.json"));
    }

    @Test
    void objectsWithOtherNamesArePassedOver() {
        store.write(TestChains.first(JOB, "sound"));
        put("live/0000/readme");
        put("chains/Count/readme.txt");
        put("chains/Count/more/readme.json");

        assertThat(store.overdue(2_000, 10)).isEqualTo(Listing.of(List.of(TestChains.first(JOB, "sound"))));
        assertThat(store.list(JOB, 10).chains()).containsExactly(TestChains.first(JOB, "sound"));
    }

    @Test
    void idsThatNoKeyCanHoldAreRefusedByName() {
        assertThatThrownBy(() -> store.read(JOB, "a\ud800b"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("half a surrogate pair");
        assertThatThrownBy(() -> store.read("", "chain")).hasMessageStartingWith("the id of a job is empty");
    }

    @Test
    void aBucketThatIsMissingIsNamed() {
        try (CheckpointStore other = open("s3://longhaul-is-not-there")) {
            assertThatThrownBy(() -> other.read(JOB, "chain"))
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in the S3 bucket longhaul-is-not-there")
                    .hasMessageEndingWith(" Make the bucket, or name another one in LONGHAUL_STORE.");
        }
    }

    /** With its metadata, by which a sweep finds the chain. */
    private void damage(String job, String chainId) {
        BucketUri place = BucketUri.of(uri);
        String key = new Keys(place.prefix()).record(Keys.place(job, chainId));
        try (S3Client client = Clients.of(bucket.environment())) {
            Map<String, String> metadata = client.headObject(
                            head -> head.bucket(bucket.name()).key(key))
                    .metadata();
            client.putObject(put -> put.bucket(bucket.name()).key(key).metadata(metadata), RequestBody.fromString("{"));
        }
    }

    private void put(String key) {
        String prefix = BucketUri.of(uri).prefix();
        try (S3Client client = Clients.of(bucket.environment())) {
            client.putObject(put -> put.bucket(bucket.name()).key(prefix + key), RequestBody.fromString("other"));
        }
    }

    private static CheckpointStore open(String uri) {
        return CheckpointStores.open(uri, bucket.environment());
    }
}
