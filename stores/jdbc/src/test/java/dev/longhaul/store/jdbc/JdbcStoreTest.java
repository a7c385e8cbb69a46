package dev.longhaul.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.store.StoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database can do besides the contract, on a real server. */
class JdbcStoreTest {

    private static EmbeddedPostgres server;
    private static String url;

    private final CheckpointStore store = CheckpointStores.open(url, Map.of());

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
        return StoreContract.checks(() -> CheckpointStores.open(url, Map.of()), JdbcStoreTest::damage)
                .entrySet()
                .stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
    }

    private static void damage(String job, String chainId) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(
                        "update longhaul_chain set record = '{' where job = ? and chain_id = ?")) {
            statement.setString(1, job);
            statement.setString(2, chainId);
            statement.executeUpdate();
        }
    }

    @Test
    void aRecordJoinsTheCallersTransaction() throws SQLException {
        ChainRecord first = first("joins");
        assertThat(store.write(first)).isTrue();
        ChainRecord second = first.change().steps(1).build();
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            assertThat(store.write(first, second, transaction)).isTrue();
            assertThat(store.read("Count", "joins")).as("not committed yet").contains(first);
            transaction.rollback();
            assertThat(store.read("Count", "joins")).contains(first);
            assertThat(store.write(first, second, transaction)).isTrue();
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
            assertThat(store.write(first, first.change().steps(1).build(), transaction))
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
    void anIdThatPostgresqlCannotHoldIsRefusedByName() {
        assertThatThrownBy(() -> store.write(first("a\0b")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the id \"a\\u0000b\" has a NUL character");
        assertThatThrownBy(() -> store.write(first("a\uD800b")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("half a surrogate pair");
    }

    @Test
    void aServerThatIsNotThereIsWorthAnotherTry() {
        try (CheckpointStore nowhere =
                CheckpointStores.open("jdbc:postgresql://127.0.0.1:1/postgres?user=u&password=secret", Map.of())) {
            assertThatThrownBy(() -> nowhere.read("Count", "x"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void manyProcessesMayMakeTheTableAtOnce() throws Exception {
        execute("create schema crowd");
        CyclicBarrier barrier = new CyclicBarrier(16);
        List<Future<Boolean>> written = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int i = 0; i < 16; i++) {
                ChainRecord first = first("crowd" + i);
                written.add(threads.submit(() -> {
                    try (CheckpointStore own = CheckpointStores.open(url + "&currentSchema=crowd", Map.of())) {
                        barrier.await();
                        return own.write(first);
                    }
                }));
            }
            for (Future<Boolean> each : written) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        try (CheckpointStore all = CheckpointStores.open(url + "&currentSchema=crowd", Map.of())) {
            assertThat(all.list("Count", 100).chains()).hasSize(16);
        }
    }

    @Test
    void expiredChainsAreForgotten() {
        ChainRecord first = first("expired");
        store.write(first);
        store.write(first.change().status(ChainStatus.FAILED).expiresAt(5_000).build());
        store.overdue(4_999, 1);
        assertThat(store.read("Count", "expired")).isPresent();
        store.overdue(5_000, 1);
        assertThat(store.read("Count", "expired")).isEmpty();
    }

    @Test
    void aRecordThatTookTheNumberOfOneThatWasRolledBackIsNoneToBuildOn() throws SQLException {
        ChainRecord first = first("rolled back");
        ChainRecord second = first.change().steps(1).updatedAt(1_001).build();
        ChainRecord third = second.change().steps(2).updatedAt(1_002).build();
        store.write(first);
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            assertThat(store.write(first, second, transaction)).isTrue();
            transaction.rollback();
            store.write(first.change().stopRequested("enough").build());

            assertThat(store.write(second, third, transaction))
                    .as("the stop request has the revision of the second record")
                    .isFalse();
        }
    }

    /** A transaction that hangs must not keep a sweep from its work, and a chain that is being resumed stays. */
    @Test
    void anExpiredChainThatIsLockedIsLeftForTheNextSweep() throws Exception {
        ChainRecord failed = first("resumed")
                .change()
                .status(ChainStatus.FAILED)
                .expiresAt(5_000)
                .build();
        store.write(first("resumed"));
        store.write(failed);
        ChainRecord resumed =
                failed.change().status(ChainStatus.HANDED_OFF).expiresAt(0).build();
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            store.write(failed, resumed, transaction);
            store.overdue(5_000, 1);
            transaction.commit();
        }
        assertThat(store.read("Count", "resumed")).contains(resumed);
    }

    @Test
    void aDatabaseThatCanNotHoldAllTextIsRefusedByItsEncoding() throws SQLException {
        execute("create database latin encoding 'LATIN1' locale 'C' template template0");
        try (CheckpointStore other = CheckpointStores.open(url.replace("/postgres?", "/latin?"), Map.of())) {
            assertThatThrownBy(() -> other.write(first("latin")))
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("the database's encoding is LATIN1, which can't hold text of all kinds.");
        }
    }

    /** Of the transaction: as a startup option PgBouncer and RDS Proxy would refuse it, and they share sessions. */
    @Test
    void theWaitForALockIsBoundedWithinTheTransaction() throws SQLException {
        assertThat(lockTimeout(url)).containsExactly("0 by default", "5000 by session", "0 by default");
        String url1 = url + "&options=-c%20lock_timeout=1s";
        assertThat(lockTimeout(url1)).containsOnly("1000 by client");
    }

    @Test
    void aLockThatIsHeldIsWorthAnotherTry() throws SQLException {
        store.write(first("locked"));
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            store.write(first("locked"), first("locked").change().build(), transaction);
            assertThatThrownBy(() -> store.write(first("locked").change().build()))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("lock timeout");
            transaction.rollback();
        }
        assertThat(store.write(first("locked").change().build())).isTrue();
    }

    /** What a transaction of the job's waits for is the job's to say. */
    @Test
    void nothingIsSetOnTheConnectionOfTheJob() throws SQLException {
        store.write(first("the job's"));
        try (Connection transaction = DriverManager.getConnection(url);
                Statement statement = transaction.createStatement()) {
            transaction.setAutoCommit(false);
            store.write(first("the job's"), first("the job's").change().build(), transaction);
            try (ResultSet row = statement.executeQuery("show lock_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("0");
            }
            transaction.rollback();
        }
    }

    /** A failover: the server that the pooled connections lead to takes no writes any more. */
    @Test
    void aServerThatHasBecomeReadOnlyIsWorthAnotherTry() throws SQLException {
        ChainRecord record = first("failover");
        store.write(record);
        execute("alter system set default_transaction_read_only = on");
        execute("select pg_reload_conf()");
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!answer(url, "show default_transaction_read_only").equals("on")) {
                assertThat(System.nanoTime()).as("the server takes writes").isLessThan(deadline);
                Thread.onSpinWait();
            }
            try (CheckpointStore fresh = CheckpointStores.open(url, Map.of())) {
                assertThatThrownBy(() -> fresh.write(record.change().build()))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("read-only transaction");
                assertThat(fresh.read("Count", "failover")).contains(record);
            }
        } finally {
            execute("alter system reset default_transaction_read_only");
            execute("select pg_reload_conf()");
        }
        assertThat(awaitWritten(record.change().build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08004", "08006", "08007", "08P01", "25006", "25P03", "25P04", "26000",
                        "40001",
                "40003", "40P01", "42P05", "53000", "53100", "53200", "53300", "53400", "55006", "55P03", "57000",
                        "57014",
                "57P01", "57P02", "57P03", "57P04", "57P05", "58000", "58030", "XX000", ""
            })
    void whatPassesIsWorthAnotherTry(String state) {
        assertThat(SqlStates.worthRetrying(state)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22021", "23505", "25001", "28P01", "3D000", "42501", "42601", "42703", "42P01", "54000", "XX001",
                "XX002"
            })
    void whatStaysIsNot(String state) {
        assertThat(SqlStates.worthRetrying(state)).isFalse();
    }

    /** Until the server has read its configuration again. */
    private boolean awaitWritten(ChainRecord record) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return store.write(record);
            } catch (StoreUnavailableException e) {
                assertThat(System.nanoTime()).as("the server takes no writes").isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    /** Before, in and after a statement of the store's. */
    private static List<String> lockTimeout(String uri) throws SQLException {
        String setting = "select setting || ' by ' || source from pg_settings where name = 'lock_timeout'";
        try (Connections connections = new Connections(uri)) {
            return connections.with(connection -> {
                List<String> settings = new ArrayList<>();
                settings.add(answer(connection, setting));
                settings.add(connections.bounded(connection, setting, statement -> {}, statement -> {
                    ResultSet row = statement.getResultSet();
                    row.next();
                    return row.getString(1);
                }));
                settings.add(answer(connection, setting));
                return settings;
            });
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String answer(String uri, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(uri)) {
            return answer(connection, query);
        }
    }

    private static void execute(String sql) throws SQLException {
        String writable = url + "&options=-c%20default_transaction_read_only=off";
        try (Connection connection = DriverManager.getConnection(writable);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ChainRecord first(String chainId) {
        Claim claim = Claims.start(null, "Count", chainId, "{}", new Claimant("request", "arn", null, 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}
