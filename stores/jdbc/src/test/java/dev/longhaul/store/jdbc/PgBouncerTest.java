package dev.longhaul.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind PgBouncer in transaction mode, where the transactions of many clients take turns on a few sessions. */
class PgBouncerTest {

    private static final int CHAINS = 6;
    private static final int WRITES = 40;

    @Test
    void manyChainsShareAFewSessionsAndLeaveNothingBehind(@TempDir Path directory) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                PgBouncer bouncer = PgBouncer.before(server.getPort(), directory)) {
            try (CheckpointStore store = CheckpointStores.open(bouncer.url(), Map.of())) {
                List<Callable<Void>> chains = new ArrayList<>();
                for (int i = 0; i < CHAINS; i++) {
                    ChainRecord first = first("alone " + i);
                    chains.add(() -> alone(store, first));
                    ChainRecord joining = first("joining " + i);
                    chains.add(() -> joining(store, joining, bouncer.url() + "&prepareThreshold=0"));
                }
                all(chains);
                assertThat(store.list("Count", 100).chains())
                        .hasSize(2 * CHAINS)
                        .allSatisfy(chain -> assertThat(chain.steps()).isEqualTo(WRITES));
                assertThat(store.overdue(2_000, 100).chains()).hasSize(2 * CHAINS);
            }
            assertThat(leftBehind(bouncer.url())).containsOnly("0, 0 prepared");
        }
    }

    private static Void alone(CheckpointStore store, ChainRecord first) {
        assertThat(store.write(first)).isTrue();
        for (ChainRecord next = next(first); next.steps() <= WRITES; next = next(next)) {
            assertThat(store.write(next)).isTrue();
            assertThat(store.read(next.job(), next.chainId())).contains(next);
        }
        return null;
    }

    private static Void joining(CheckpointStore store, ChainRecord first, String url) throws SQLException {
        assertThat(store.write(first)).isTrue();
        try (Connection transaction = DriverManager.getConnection(url)) {
            transaction.setAutoCommit(false);
            ChainRecord before = first;
            for (ChainRecord next = next(first); next.steps() <= WRITES; next = next(next)) {
                assertThat(store.write(before, next, transaction)).isTrue();
                transaction.commit();
                before = next;
            }
        }
        return null;
    }

    private static void all(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** What another program finds in the sessions: it holds all of them at once. */
    private static List<String> leftBehind(String url) throws SQLException {
        List<String> found = new ArrayList<>();
        List<Connection> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < PgBouncer.SERVER_SESSIONS; i++) {
                Connection stranger = DriverManager.getConnection(url + "&prepareThreshold=0");
                strangers.add(stranger);
                stranger.setAutoCommit(false);
                try (Statement statement = stranger.createStatement();
                        ResultSet row = statement.executeQuery("select current_setting('lock_timeout') || ', '"
                                + " || (select count(*) from pg_prepared_statements) || ' prepared'")) {
                    row.next();
                    found.add(row.getString(1));
                }
            }
        } finally {
            for (Connection stranger : strangers) {
                stranger.close();
            }
        }
        return found;
    }

    private static ChainRecord next(ChainRecord record) {
        return record.change().steps(record.steps() + 1).build();
    }

    private static ChainRecord first(String chainId) {
        Claim claim = Claims.start(null, "Count", chainId, "{}", new Claimant("request", "arn", null, 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}
