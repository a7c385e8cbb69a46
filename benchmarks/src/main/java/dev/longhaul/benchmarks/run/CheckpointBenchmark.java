package dev.longhaul.benchmarks.run;

import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * A checkpoint in PostgreSQL, from the state in the job's fields to the answer of the server, beside an UPDATE that writes as
 * many characters to a row of a table of the same form, by a prepared statement of its own connection.
 */
public final class CheckpointBenchmark {

    private static final int[] SIZES = {1_000, 32_000, 300_000};
    /** Until both sides are compiled, and the server has prepared the statement of the bare one. */
    private static final int WARM_UPS = 300;

    private CheckpointBenchmark() {}

    /** Prints a table of so many pairs for each size. */
    public static void run(int count) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
            System.out.println("| state | bare UPDATE | checkpoint | ratio (quartiles) |\n|---|---|---|---|");
            for (int size : SIZES) {
                System.out.println(pairs(url, size, count).row(size / 1_000 + " KB"));
            }
        }
    }

    private static Pairs pairs(String url, int size, int count) throws Exception {
        Pairs pairs = new Pairs();
        try (CheckpointStore store = CheckpointStores.open(url, Map.of());
                Connection connection = DriverManager.getConnection(url)) {
            // The first call makes the table.
            store.list("none", 1);
            BareTable bare = new BareTable(connection, size);
            int[] done = {0};
            Jobs.Checkpoints.Timer timer = checkpoint -> {
                long begin = System.nanoTime();
                checkpoint.run();
                long middle = System.nanoTime();
                bare.update();
                long end = System.nanoTime();
                if (done[0]++ >= WARM_UPS) {
                    pairs.add((middle - begin) / 1e6, (end - middle) / 1e6);
                }
            };
            Engine engine = Engines.of(new Jobs_CheckpointsHandler().jobs(job -> job.timedBy(timer)), store);
            engine.run("{\"to\":" + (WARM_UPS + count) + ",\"ballast\":" + size + "}", Engines.invocation());
        }
        return pairs;
    }

    /** A table like that of the chains, with one row. */
    private static final class BareTable {

        private final PreparedStatement statement;
        private final String record;
        private long revision = 1;

        BareTable(Connection connection, int size) throws SQLException {
            try (var create = connection.createStatement()) {
                create.execute("drop table if exists bare");
                create.execute("create table bare (like longhaul_chain including all)");
                create.execute(
                        "insert into bare (job, chain_id, revision, status, lease_until, updated_at, expires_at, record)"
                                + " values ('job', 'chain', 1, 'RUNNING', 1, 1, 0, '')");
            }
            // A record has so much besides the state.
            record = "x".repeat(size + 800);
            statement = connection.prepareStatement(
                    "update bare set revision = ?, status = ?, lease_until = ?, updated_at = ?,"
                            + " expires_at = ?, record = ? where job = ? and chain_id = ? and revision = ?");
        }

        void update() {
            try {
                statement.setLong(1, revision + 1);
                statement.setString(2, "RUNNING");
                statement.setLong(3, 1);
                statement.setLong(4, revision);
                statement.setLong(5, 0);
                statement.setString(6, record);
                statement.setString(7, "job");
                statement.setString(8, "chain");
                statement.setLong(9, revision);
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("the row is not there");
                }
                revision++;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
