package dev.longhaul.store.jdbc;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chains in one table of a PostgreSQL database: a row a chain, its record as JSON. Thread-safe. */
final class JdbcStore implements CheckpointStore {

    /** PostgreSQL itself would take 1 GB, for longer than a socket waits for an answer: 64 MB take half of that. */
    static final long LARGEST = 64L << 20;

    private static final String INSERT =
            "insert into longhaul_chain (revision, status, lease_until, updated_at, expires_at, record, job, chain_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String UPDATE =
            "update longhaul_chain set revision = ?, status = ?, lease_until = ?, updated_at = ?, expires_at = ?,"
                    + " record = ? where job = ? and chain_id = ? and revision = ?";
    private static final String UPDATE_JOINED = UPDATE + " and updated_at = ?";
    private static final String READ =
            "select record, job, chain_id from longhaul_chain where job = ? and chain_id = ?";
    private static final String OVERDUE = "select record, job, chain_id from longhaul_chain"
            + " where status in ('RUNNING', 'HANDED_OFF', 'WAITING', 'UNTOLD') and lease_until <= ? order by lease_until, job, chain_id limit ? offset ?";
    private static final String LIST =
            "select record, job, chain_id from longhaul_chain where job = ? order by updated_at desc, chain_id limit ? offset ?";
    // Those that are locked are left for the next time: a transaction that hangs must not keep a sweep from its work.
    private static final String FORGET = "delete from longhaul_chain where expires_at > 0 and expires_at <= ?"
            + " and (job, chain_id) in (select job, chain_id from longhaul_chain"
            + " where expires_at > 0 and expires_at <= ? limit 1000 for update skip locked)";

    /** In the place of its status while the end of a chain is to be told: what has ended is not in the index. */
    private static final String UNTOLD = "UNTOLD";

    private final Connections connections;
    private volatile boolean prepared;

    JdbcStore(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return with(
                "read",
                connection -> connections.bounded(
                        connection,
                        READ,
                        statement -> {
                            statement.setString(1, storable(job));
                            statement.setString(2, storable(chainId));
                        },
                        statement -> {
                            ResultSet rows = statement.getResultSet();
                            return rows.next() ? Optional.of(record(rows)) : Optional.empty();
                        }));
    }

    @Override
    public boolean write(ChainRecord next) {
        String json = json(next);
        return with(
                "written",
                connection -> connections.bounded(
                        connection,
                        sql(next),
                        statement -> bind(statement, next, json),
                        statement -> statement.getUpdateCount() == 1));
    }

    /** On a connection of the job's: no setting of it is changed, and none is relied on. */
    @Override
    public boolean write(ChainRecord before, ChainRecord next, Connection transaction) throws SQLException {
        String json = json(next);
        try (PreparedStatement statement = transaction.prepareStatement(UPDATE_JOINED)) {
            bind(statement, next, json);
            statement.setLong(10, before.updatedAt());
            return statement.executeUpdate() == 1;
        }
    }

    private static String json(ChainRecord next) {
        String json = ChainJson.write(next);
        RecordTooLargeException.check(next, json, LARGEST);
        return json;
    }

    private static String sql(ChainRecord next) {
        return next.revision() == 1 ? INSERT : UPDATE;
    }

    private static void bind(PreparedStatement statement, ChainRecord next, String json) throws SQLException {
        statement.setLong(1, next.revision());
        statement.setString(2, next.untold() ? UNTOLD : next.status().name());
        statement.setLong(3, next.leaseUntil());
        statement.setLong(4, next.updatedAt());
        statement.setLong(5, next.expiresAt());
        statement.setString(6, json);
        statement.setString(7, storable(next.job()));
        statement.setString(8, storable(next.chainId()));
        if (next.revision() != 1) {
            statement.setLong(9, next.revision() - 1);
        }
    }

    /** Finds them by the partial index of chains that are open; expired ones are deleted on the way, 1,000 at a time. */
    @Override
    public Listing overdue(long now, int limit) {
        return with("listed", connection -> {
            connections.bounded(
                    connection,
                    FORGET,
                    statement -> {
                        statement.setLong(1, now);
                        statement.setLong(2, now);
                    },
                    PreparedStatement::getUpdateCount);
            return listing(connection, OVERDUE, statement -> statement.setLong(1, now), limit);
        });
    }

    @Override
    public Listing list(String job, int limit) {
        return with(
                "listed",
                connection -> listing(connection, LIST, statement -> statement.setString(1, storable(job)), limit));
    }

    @Override
    public long maxRecordBytes() {
        return LARGEST;
    }

    @Override
    public String name() {
        return connections.name();
    }

    @Override
    public void close() {
        connections.close();
    }

    private <T> T with(String what, Connections.Work<T> work) {
        try {
            return connections.with(connection -> {
                if (!prepared) {
                    Schema.prepare(connection);
                    prepared = true;
                }
                return work.on(connection);
            });
        } catch (SQLException e) {
            throw failure(what, e);
        }
    }

    private StoreException failure(String what, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String message = "a chain's record could not be " + what + " in PostgreSQL: " + cause.getMessage();
        if (SqlStates.worthRetrying(state)) {
            // A connection that the server has ended is seldom the only one.
            connections.forgetIdle();
            return new StoreUnavailableException(message, cause);
        }
        return new StoreException(message, cause);
    }

    /** The first chains that a query finds, whose second and third parameters are a limit and an offset. */
    private Listing listing(Connection connection, String sql, Connections.Bind first, int limit) throws SQLException {
        List<ChainRecord> chains = new ArrayList<>();
        List<RuntimeException> unreadable = new ArrayList<>();
        boolean more = true;
        // One page, but for what can't be read: that takes nobody's place.
        while (more && chains.size() < limit) {
            int wanted = limit - chains.size();
            int seen = chains.size() + unreadable.size();
            more = connections.bounded(
                    connection,
                    sql,
                    statement -> {
                        first.to(statement);
                        statement.setInt(2, wanted);
                        statement.setInt(3, seen);
                    },
                    statement -> take(statement.getResultSet(), chains, unreadable) == wanted && !unreadable.isEmpty());
        }
        return new Listing(chains, unreadable);
    }

    private static int take(ResultSet rows, List<ChainRecord> chains, List<RuntimeException> unreadable)
            throws SQLException {
        int taken = 0;
        for (; rows.next(); taken++) {
            try {
                chains.add(record(rows));
            } catch (StoreException e) {
                unreadable.add(e);
            }
        }
        return taken;
    }

    private static ChainRecord record(ResultSet row) throws SQLException {
        try {
            return ChainJson.read(row.getString(1));
        } catch (CorruptRecordException e) {
            throw new StoreException(
                    "the row of the chain \"" + row.getString(3) + "\" of the job " + row.getString(2)
                            + " holds no chain's record: " + e.getMessage()
                            + ". Put back what was there, or delete it.",
                    e);
        }
    }

    /** Others would come back as different ids: PostgreSQL holds text as UTF-8 without NUL. */
    private static String storable(String id) {
        if (id.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            throw new StoreException(
                    "the id \"" + id.replace("\0", "\\u0000")
                            + "\" has a NUL character or half a surrogate pair, which PostgreSQL can't hold."
                            + " Name the chain without it.",
                    null);
        }
        return id;
    }
}
