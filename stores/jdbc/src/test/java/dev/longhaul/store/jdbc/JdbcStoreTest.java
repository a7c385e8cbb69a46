package dev.longhaul.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.store.TransactionalStore;
import dev.longhaul.testing.store.StoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a database can do besides the contract, on a real server. */
class JdbcStoreTest {

    private static EmbeddedPostgres server;
    private static String url;

    private final TransactionalStore store = (TransactionalStore) CheckpointStores.open(url, Map.of());

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> theContractIsKept() {
        return StoreContract.checks(() -> CheckpointStores.open(url, Map.of())).entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
    }

    @Test
    void aRecordJoinsTheCallersTransaction() throws SQLException {
        ChainRecord first = first("joins");
        assertThat(store.write(first)).isTrue();
        ChainRecord second = first.change().steps(1).build();
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            assertThat(store.write(second, transaction)).isTrue();
            assertThat(store.read("Count", "joins")).as("not committed yet").contains(first);
            transaction.rollback();
            assertThat(store.read("Count", "joins")).contains(first);
            assertThat(store.write(second, transaction)).isTrue();
            transaction.commit();
        }
        assertThat(store.read("Count", "joins")).contains(second);
    }

    @Test
    void aConflictIsSeenInTheCallersTransaction() throws SQLException {
        ChainRecord first = first("conflict");
        store.write(first);
        store.write(first.change().stopRequested("enough").build());
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            assertThat(store.write(first.change().steps(1).build(), transaction))
                    .isFalse();
        }
    }

    @Test
    void aServerThatEndsTheConnectionsIsFoundAgain() throws SQLException {
        store.write(first("ended"));
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'longhaul' and pid <> pg_backend_pid()");
        }

        assertThatThrownBy(() -> store.read("Count", "ended")).isInstanceOf(StoreUnavailableException.class);
        assertThat(store.read("Count", "ended")).isPresent();
    }

    @Test
    void anIdWithANulCharacterIsRefusedByName() {
        assertThatThrownBy(() -> store.write(first("a\0b")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the id \"a\\u0000b\" has a NUL character");
    }

    @Test
    void aServerThatIsNotThereIsWorthAnotherTry() {
        try (TransactionalStore nowhere = (TransactionalStore)
                CheckpointStores.open("jdbc:postgresql://127.0.0.1:1/postgres?user=u&password=secret", Map.of())) {
            assertThatThrownBy(() -> nowhere.read("Count", "x"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    private static ChainRecord first(String chainId) {
        Claim claim = Claims.start(null, "Count", chainId, "{}", new Claimant("request", "arn", 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}
