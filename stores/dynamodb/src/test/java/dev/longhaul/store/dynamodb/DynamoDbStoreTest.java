package dev.longhaul.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.store.StoreContract;
import java.util.HashMap;
import java.util.List;
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

/** The store on a table of {@link TestTable}'s, which says how to point this suite at another one. */
class DynamoDbStoreTest {

    private static TestTable table;

    private final String job = "Count " + UUID.randomUUID();
    private final CheckpointStore store = open(table.uri());

    @BeforeAll
    static void openTable() throws Exception {
        table = TestTable.open();
    }

    @AfterAll
    static void closeTable() throws Exception {
        if (table != null) {
            table.close();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> theContractIsKept() {
        return StoreContract.checks(() -> open(table.uri()), DynamoDbStoreTest::damage).entrySet().stream()
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
        int room = (int) store.maxRecordBytes() - 2_000;
        ChainRecord most = first.change().state(state(room)).build();
        assertThat(store.write(most)).isTrue();

        assertThatThrownBy(() ->
                        store.write(most.change().state(state(room + 2_000)).build()))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageStartingWith("the record of chain large of " + job + " has ")
                .hasMessageContaining("this store holds at most 405504");
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

    private static void damage(String job, String chainId) {
        Map<String, AttributeValue> item = new HashMap<>(item(job, chainId));
        item.put(Items.RECORD, Items.text("{"));
        try (DynamoDbClient client = Clients.of(table.environment())) {
            client.putItem(put -> put.tableName(table.name()).item(item));
        }
        PatientStore.forget(job, chainId);
    }

    @Test
    void anItemOfAnotherProgramIsNamed() {
        try (DynamoDbClient client = Clients.of(table.environment())) {
            client.putItem(put -> put.tableName(table.name()).item(Items.key(job, "foreign")));
        }
        assertThatThrownBy(() -> store.read(job, "foreign"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the item of the chain \"foreign\" of the job " + job)
                .hasMessageContaining("it has no text in its attribute \"record\"");
        assertThat(store.write(first("foreign"))).isFalse();
    }

    @Test
    void aUriOfAnotherFormIsRefusedWithTheRightOne() {
        for (String uri : List.of("dynamodb:chains", "dynamodb://", "dynamodb://a b", "dynamodb://chains?x=y")) {
            assertThatThrownBy(() -> open(uri))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("LONGHAUL_STORE is \"" + uri
                            + "\", which names no DynamoDB table. Its form is" + " dynamodb://table");
        }
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
        return item(job, chainId);
    }

    private static Map<String, AttributeValue> item(String job, String chainId) {
        try (DynamoDbClient client = Clients.of(table.environment())) {
            return client.getItem(get -> get.tableName(table.name())
                            .key(Items.key(job, chainId))
                            .consistentRead(true))
                    .item();
        }
    }

    private static CheckpointStore open(String uri) {
        return new PatientStore(CheckpointStores.open(uri, table.environment()));
    }

    private ChainRecord first(String chainId) {
        return TestChains.first(job, chainId);
    }
}
