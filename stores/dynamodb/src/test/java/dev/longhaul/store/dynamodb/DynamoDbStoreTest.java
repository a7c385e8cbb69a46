package dev.longhaul.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.store.StoreContract;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The store on dynalite; or on the endpoint {@code LONGHAUL_TEST_DYNAMODB_ENDPOINT}, in the table {@code
 * LONGHAUL_TEST_DYNAMODB_TABLE}, with the region and the credentials of the environment.
 */
class DynamoDbStoreTest {

    private static final Map<String, String> ENVIRONMENT = new HashMap<>(System.getenv());
    private static final String TABLE = System.getenv().getOrDefault("LONGHAUL_TEST_DYNAMODB_TABLE", "longhaul-chains");
    private static Dynalite server;

    private final String job = "Count " + UUID.randomUUID();
    private final CheckpointStore store = open("dynamodb://" + TABLE);

    @BeforeAll
    static void startServer() throws Exception {
        String endpoint = System.getenv("LONGHAUL_TEST_DYNAMODB_ENDPOINT");
        if (endpoint == null) {
            server = Dynalite.start();
            endpoint = server.endpoint();
            ENVIRONMENT.put("AWS_ACCESS_KEY_ID", "test");
            ENVIRONMENT.put("AWS_SECRET_ACCESS_KEY", "test");
            ENVIRONMENT.remove("AWS_SESSION_TOKEN");
            ENVIRONMENT.put("AWS_REGION", "us-east-1");
        }
        ENVIRONMENT.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
        TestTable.create(ENVIRONMENT, TABLE);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> theContractIsKept() {
        return StoreContract.checks(() -> open("dynamodb://" + TABLE)).entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
    }

    @Test
    void onlyAChainThatHasNotEndedIsInTheIndex() {
        ChainRecord first = first("chain");
        store.write(first);
        assertThat(item("chain"))
                .containsOnlyKeys("job", "chainId", "revision", "updatedAt", "live", "leaseUntil", "record")
                .containsEntry("leaseUntil", AttributeValue.fromN("2000"))
                .containsEntry("revision", AttributeValue.fromN("1"));

        store.write(first.change()
                .status(ChainStatus.COMPLETED)
                .expiresAt(1_700_000_000_001L)
                .build());
        assertThat(item("chain"))
                .containsOnlyKeys("job", "chainId", "revision", "updatedAt", "ttl", "record")
                .containsEntry("ttl", AttributeValue.fromN("1700000001"));
    }

    @Test
    void aStateThatNoItemCanHoldIsRefusedAndTheLastOneStays() {
        ChainRecord first = first("large");
        store.write(first);
        int room = (int) Items.LARGEST - 2_000;
        ChainRecord most = first.change().state(state(room)).build();
        assertThat(store.write(most)).isTrue();

        assertThatThrownBy(() ->
                        store.write(most.change().state(state(room + 2_000)).build()))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageStartingWith("the record of chain large of " + job + " has ")
                .hasMessageContaining("this store holds at most 409600");
        assertThat(store.read(job, "large")).contains(most);
    }

    @Test
    void aTableThatIsMissingIsNotWorthAnotherTry() {
        try (CheckpointStore other = open("dynamodb://missing")) {
            assertThatThrownBy(() -> other.read(job, "chain"))
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in the DynamoDB table missing");
        }
    }

    @Test
    void anIdThatNoKeyCanHoldIsRefusedByName() {
        assertThatThrownBy(() -> store.read(job, "a\ud800b"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("half a surrogate pair");
        assertThatThrownBy(() -> store.write(first("\u4e2d".repeat(342))))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the id of a chain has 1026 bytes, and DynamoDB holds 1 to 1024");
        assertThatThrownBy(() -> store.read("", "chain")).hasMessageStartingWith("the id of a job has 0 bytes");
    }

    @Test
    void anItemOfAnotherProgramIsNamed() {
        try (DynamoDbClient client = Clients.of(ENVIRONMENT)) {
            client.putItem(put -> put.tableName(TABLE).item(Items.key(job, "foreign")));
        }
        assertThatThrownBy(() -> store.read(job, "foreign"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the item of the chain \"foreign\" of the job " + job)
                .hasMessageContaining("it has no text in its attribute \"record\"");
        assertThat(store.write(first("foreign"))).isFalse();
    }

    @Test
    void overdueChainsArePagedThrough() {
        for (int i = 0; i < 5; i++) {
            store.write(first("chain " + i));
        }
        assertThat(store.overdue(2_000, 1_000).chains().stream()
                        .filter(chain -> chain.job().equals(job)))
                .hasSize(5);
        assertThat(store.overdue(2_000, 2).chains()).hasSize(2);
    }

    private static SavedState state(int bytes) {
        return new SavedState("{\"text\":\"" + "x".repeat(bytes) + "\"}", "abc");
    }

    private Map<String, AttributeValue> item(String chainId) {
        try (DynamoDbClient client = Clients.of(ENVIRONMENT)) {
            return client.getItem(get ->
                            get.tableName(TABLE).key(Items.key(job, chainId)).consistentRead(true))
                    .item();
        }
    }

    private static CheckpointStore open(String uri) {
        return CheckpointStores.open(uri, ENVIRONMENT);
    }

    private ChainRecord first(String chainId) {
        Claim claim = Claims.start(null, job, chainId, "{}", new Claimant("request", "arn", 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}
