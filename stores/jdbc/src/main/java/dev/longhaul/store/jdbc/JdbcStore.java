package dev.longhaul.store.jdbc;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.store.Overdue;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.store.TransactionalStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chains in one table of a PostgreSQL database: a row a chain, its record as JSON. Thread-safe. */
final class JdbcStore implements TransactionalStore {

    /** PostgreSQL itself would take 1 GB. A write has several copies of the record in memory at once. */
    static final long LARGEST = 256L << 20;

    private static final String INSERT =
            "insert into longhaul_chain (revision, status, lease_until, updated_at, expires_at, record, job, chain_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String UPDATE =
            "update longhaul_chain set revision = ?, status = ?, lease_until = ?, updated_at = ?, expires_at = ?,"
                    + " record = ? where job = ? and chain_id = ? and revision = ?";
    private static final String READ = "select record from longhaul_chain where job = ? and chain_id = ?";
    private static final String OVERDUE = "select record, job, chain_id from longhaul_chain"
            + " where status in ('RUNNING', 'HANDED_OFF') and lease_until <= ? order by lease_until limit ?";
    private static final String LIST =
            "select record from longhaul_chain where job = ? order by updated_at desc limit ?";
    // The condition stands outside as well: a chain that is resumed meanwhile is looked at again, and stays.
    private static final String FORGET = "delete from longhaul_chain where expires_at > 0 and expires_at <= ?"
            + " and (job, chain_id) in (select job, chain_id from longhaul_chain"
            + " where expires_at > 0 and expires_at <= ? limit 1000)";

    private final Connections connections;
    private volatile boolean prepared;

    JdbcStore(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return with("read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ)) {
                statement.setString(1, storable(job));
                statement.setString(2, storable(chainId));
                return records(statement).stream().findFirst();
            }
        });
    }

    @Override
    public boolean write(ChainRecord next) {
        return with("written", connection -> write(next, connection));
    }

    @Override
    public boolean write(ChainRecord next, Connection transaction) throws SQLException {
        String json = ChainJson.write(next);
        if (json.length() > LARGEST) {
            throw new RecordTooLargeException(next, json.length(), LARGEST);
        }
        boolean first = next.revision() == 1;
        try (PreparedStatement statement = transaction.prepareStatement(first ? INSERT : UPDATE)) {
            statement.setLong(1, next.revision());
            statement.setString(2, next.status().name());
            statement.setLong(3, next.leaseUntil());
            statement.setLong(4, next.updatedAt());
            statement.setLong(5, next.expiresAt());
            statement.setString(6, json);
            statement.setString(7, storable(next.job()));
            statement.setString(8, storable(next.chainId()));
            if (!first) {
                statement.setLong(9, next.revision() - 1);
            }
            return statement.executeUpdate() == 1;
        }
    }

    /** Finds them by the partial index of living chains; expired ones are deleted on the way, 1,000 at a time. */
    @Override
    public Overdue overdue(long now, int limit) {
        return with("listed", connection -> {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setLong(1, now);
                forget.setLong(2, now);
                forget.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(OVERDUE)) {
                statement.setLong(1, now);
                statement.setInt(2, limit);
                return readable(statement);
            }
        });
    }

    @Override
    public List<ChainRecord> list(String job, int limit) {
        return with("listed", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LIST)) {
                statement.setString(1, storable(job));
                statement.setInt(2, limit);
                return records(statement);
            }
        });
    }

    @Override
    public long maxRecordBytes() {
        return LARGEST;
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

    private static Overdue readable(PreparedStatement statement) throws SQLException {
        List<ChainRecord> chains = new ArrayList<>();
        List<RuntimeException> unreadable = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                try {
                    chains.add(ChainJson.read(rows.getString(1)));
                } catch (CorruptRecordException e) {
                    String place = "chain \"" + rows.getString(3) + "\" of the job " + rows.getString(2);
                    unreadable.add(
                            new StoreException("the record of the " + place + " is corrupt: " + e.getMessage(), e));
                }
            }
        }
        return new Overdue(chains, unreadable);
    }

    private static List<ChainRecord> records(PreparedStatement statement) throws SQLException {
        List<ChainRecord> records = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                records.add(ChainJson.read(rows.getString(1)));
            }
        }
        return records;
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
