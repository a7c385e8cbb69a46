package dev.longhaul.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;

/** What the store makes of networks and of AWS when they fail. */
class S3FaultsTest {

    private static final String JOB = "Count";
    private static final String RECORDS = "/chains/";
    private static TestBucket bucket;

    private final Relay relay = bucket.relay();
    private final String uri = bucket.freshUri();
    private final CheckpointStore store = CheckpointStores.open(uri, bucket.environment());

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
    }

    /** Not sent again by the SDK: the second try would be refused, and the writer would take its own write for another's. */
    @Test
    void aWriteWhoseAnswerIsLostMayHaveHappenedAndIsNotRepeated() {
        ChainRecord first = TestChains.first(JOB, "chain");
        relay.loseAnswer("PUT", RECORDS);
        assertThatThrownBy(() -> store.write(first)).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.read(JOB, "chain")).contains(first);

        ChainRecord second = first.change().steps(1).build();
        relay.loseAnswer("PUT", RECORDS);
        assertThatThrownBy(() -> store.write(second)).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.write(second)).isFalse();
        assertThat(store.read(JOB, "chain")).contains(second);
        assertThat(store.write(second.change().build())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "503, SlowDown",
        "500, InternalError",
        "429, TooManyRequests",
        "400, RequestTimeout",
        "403, RequestTimeTooSkewed"
    })
    void whatPassesIsWorthAnotherTry(int status, String error) {
        relay.refuse("PUT", RECORDS, status, error);
        assertThatThrownBy(() -> store.write(TestChains.first(JOB, "chain")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("a chain's record could not be written in the S3 bucket longhaul: on purpose");
        assertThat(store.write(TestChains.first(JOB, "chain"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, and s3:ListBucket on the bucket.",
        "301, PermanentRedirect, Set AWS_REGION to the bucket's region.",
        "501, NotImplemented, and object tags.",
        "400, InvalidRequest, on purpose"
    })
    void whatStaysIsNotWorthAnotherTry(int status, String error, String hint) {
        relay.refuse("PUT", RECORDS, status, error);
        assertThatThrownBy(() -> store.write(TestChains.first(JOB, "chain")))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void aServerThatIsGoneOrHangsIsWorthAnotherTry() {
        try (CheckpointStore gone = CheckpointStores.open(uri, TestBucket.local("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> gone.read(JOB, "chain")).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(Failures.of("read", "bucket", ApiCallTimeoutException.create(5_000)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    /** S3 says so where two requests for one key meet, and says nothing of which of them is done. */
    @Test
    void aConflictIsNotTakenForALostRace() {
        ChainRecord first = TestChains.first(JOB, "chain");
        relay.refuse("PUT", RECORDS, 409, "ConditionalRequestConflict");
        assertThat(store.write(first)).isTrue();
        relay.refuse("PUT", RECORDS, 409, "ConditionalRequestConflict");
        assertThat(store.write(first.change().build())).isTrue();

        relay.refuse("PUT", RECORDS, 409, "ConditionalRequestConflict");
        assertThat(store.write(first.change().build())).isFalse();
        assertThat(store.write(first)).isFalse();
    }

    @Test
    void conflictsWithoutEndAreWorthAnotherTryLater() {
        for (int i = 0; i < 4; i++) {
            relay.refuse("PUT", RECORDS, 409, "ConditionalRequestConflict");
        }
        assertThatThrownBy(() -> store.write(TestChains.first(JOB, "chain")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("4 times, another request for ")
                .hasMessageContaining("chains/Count/chain.json was under way");
        assertThat(store.read(JOB, "chain")).isEmpty();
    }

    /** The revision alone doesn't tell the chain from an earlier one of the same name, whose etag this process still has. */
    @Test
    void aChainThatWasDeletedAndBegunAnewIsWrittenBehindItsNewSelf() {
        ChainRecord old = TestChains.first(JOB, "chain");
        store.write(old);
        try (S3Client client = Clients.of(bucket.environment());
                CheckpointStore other = CheckpointStores.open(uri, bucket.environment())) {
            String prefix = BucketUri.of(uri).prefix();
            client.deleteObject(delete -> delete.bucket(bucket.name()).key(prefix + "chains/Count/chain.json"));
            other.write(old.change().steps(9).build());
            ChainRecord anew = TestChains.first(JOB, "chain");
            assertThat(other.write(anew)).isTrue();
            assertThat(store.write(anew.change().steps(1).build())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:bucket",
                "s3://",
                "s3://Bucket",
                "s3://b",
                "s3://bucket//x",
                "s3://bucket/a b",
                "s3://bucket/../x",
                "s3://bucket/a/./b",
                "s3://bucket--use1-az4--x-s3/a",
                "s3://bucket/x?y=z"
            })
    void aUriOfAnotherFormIsRefusedWithTheRightOne(String wrong) {
        assertThatThrownBy(() -> CheckpointStores.open(wrong, bucket.environment()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("LONGHAUL_STORE is \"" + wrong + "\"")
                .hasMessageContaining("Its form is s3://bucket/prefix.");
    }

    @Test
    void aPrefixMayBeLeftOutOrHaveParts() {
        assertThat(BucketUri.of("s3://my.bucket")).isEqualTo(new BucketUri("my.bucket", ""));
        assertThat(BucketUri.of("s3://bucket/")).isEqualTo(new BucketUri("bucket", ""));
        assertThat(BucketUri.of("s3://bucket/a.b/c=d/")).isEqualTo(new BucketUri("bucket", "a.b/c=d/"));
        assertThatThrownBy(() -> BucketUri.of("s3://bucket/" + "x".repeat(500)))
                .hasMessageContaining("longer than 500 characters");
    }

    @Test
    void anEnvironmentThatIsHalfThereIsNamed() {
        assertThatThrownBy(() ->
                        CheckpointStores.open(uri, Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not. Set both, or neither.");
        assertThatThrownBy(() -> CheckpointStores.open(uri, TestBucket.local("a b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_S3 is \"a b\"");
    }
}
