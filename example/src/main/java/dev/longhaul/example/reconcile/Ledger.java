package dev.longhaul.example.reconcile;

import dev.longhaul.example.reconcile.Payment.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger of payments, and one transaction on it. Not thread-safe. */
public final class Ledger implements AutoCloseable {

    /** By bytes, as the provider sorts; the order of a language is another one, and a page would miss some. */
    private static final String TABLES = """
            create table if not exists payment (
              id text collate "C" primary key, cents bigint not null, status text not null, created timestamptz not null);
            create table if not exists mismatch (
              run text, payment text collate "C", kind text not null, cents bigint not null, created timestamptz,
              was text, becomes text, outcome text not null, approved_by text, primary key (run, payment));
            """;

    private final Connection connection;

    /** What became of a mismatch. */
    public enum Outcome {
        /** The ledger was put right. */
        REPAIRED,
        /** It is above what is repaired without an approval. */
        HELD,
        /** It was approved, but the ledger's payment was another one by then. */
        OUTDATED,
        /** A person has to look. */
        REPORTED
    }

    /** Begins a transaction. */
    Ledger(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    /** Makes the tables where they are missing. */
    public static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    /**
     * The payments in a range of ids, which nobody else changes until this transaction ends.
     *
     * @param after the id before the first
     * @param last the last id; null for all
     * @param until only those that were begun before: younger ones may not have reached the provider
     */
    List<Payment> between(String after, @Nullable String last, Instant until) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select id, cents, status, extract(epoch from created)::bigint from payment
                where id > ? and (?::text is null or id <= ?) and created < to_timestamp(?)
                order by id for update""")) {
            query.setString(1, after);
            query.setString(2, last);
            query.setString(3, last);
            query.setLong(4, until.getEpochSecond());
            List<Payment> payments = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    payments.add(new Payment(
                            rows.getString(1), rows.getLong(2), Status.valueOf(rows.getString(3)), rows.getLong(4)));
                }
            }
            return payments;
        }
    }

    /** Notes a mismatch of a run. A row that were written twice would end the chain, not pass unseen. */
    void note(String run, Mismatch mismatch, Outcome outcome, @Nullable String approvedBy) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into mismatch values (?, ?, ?, ?, to_timestamp(?), ?, ?, ?, ?)")) {
            Payment ledger = mismatch.ledger();
            Payment provider = mismatch.provider();
            insert.setString(1, run);
            insert.setString(2, mismatch.id());
            insert.setString(3, mismatch.kind().name());
            insert.setLong(4, mismatch.cents());
            insert.setObject(5, provider == null ? null : provider.created(), java.sql.Types.BIGINT);
            insert.setString(6, ledger == null ? null : ledger.status().name());
            insert.setString(7, provider == null ? null : provider.status().name());
            insert.setString(8, outcome.name());
            insert.setString(9, approvedBy);
            insert.executeUpdate();
        }
    }

    /** Puts a payment right that {@link #between} has read. */
    void repair(Mismatch mismatch) throws SQLException {
        Payment right = mismatch.provided();
        try (PreparedStatement change = connection.prepareStatement("""
                insert into payment (cents, status, created, id) values (?, ?, to_timestamp(?), ?)
                on conflict (id) do update set status = excluded.status""")) {
            change.setLong(1, right.cents());
            change.setString(2, right.status().name());
            change.setLong(3, right.created());
            change.setString(4, right.id());
            change.executeUpdate();
        }
    }

    /**
     * Repairs what a run holds, as far as it is approved.
     *
     * @param cents the largest amount that is approved
     * @param most how many at a time
     * @return how many it no longer holds
     */
    int repairHeld(String run, long cents, String approvedBy, int most) throws SQLException {
        // Days may have gone by: what the ledger has by now another status for is left as it is.
        try (PreparedStatement change = connection.prepareStatement("""
                with due as (
                  select * from mismatch where run = ? and outcome = 'HELD' and cents <= ? order by payment limit ? for update
                ), added as (
                  insert into payment (id, cents, status, created)
                  select payment, cents, becomes, created from due where was is null
                  on conflict do nothing returning id
                ), changed as (
                  update payment set status = becomes from due where id = payment and status = was returning id
                )
                update mismatch set approved_by = ?, outcome = case
                    when mismatch.payment in (select id from added union all select id from changed) then 'REPAIRED'
                    else 'OUTDATED' end
                from due where mismatch.run = due.run and mismatch.payment = due.payment""")) {
            change.setString(1, run);
            change.setLong(2, cents);
            change.setInt(3, most);
            change.setString(4, approvedBy);
            return change.executeUpdate();
        }
    }

    /** How many mismatches of a run there are by one of their columns. */
    private <E extends Enum<E>> Map<E, Long> count(String run, String column, Class<E> type) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + column + ", count(*) from mismatch where run = ? group by " + column)) {
            query.setString(1, run);
            Map<E, Long> counts = new TreeMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.put(Enum.valueOf(type, rows.getString(1)), rows.getLong(2));
                }
            }
            return counts;
        }
    }

    /** The mismatches of a run by what was wrong. */
    Map<Mismatch.Kind, Long> kinds(String run) throws SQLException {
        return count(run, "kind", Mismatch.Kind.class);
    }

    /** The mismatches of a run by what became of them. */
    Map<Outcome, Long> outcomes(String run) throws SQLException {
        return count(run, "outcome", Outcome.class);
    }

    /** The open transaction. */
    Connection transaction() {
        return connection;
    }

    /** Commits. */
    void commit() throws SQLException {
        connection.commit();
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
