package dev.longhaul.store.jdbc;

import dev.longhaul.runtime.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of the chains, made where it is missing; one of an earlier version is given the index that this one needs. */
final class Schema {

    private static final String TABLE = """
            create table if not exists longhaul_chain (
              job text not null,
              chain_id text not null,
              revision bigint not null,
              status text not null,
              lease_until bigint not null,
              updated_at bigint not null,
              expires_at bigint not null,
              record text not null,
              primary key (job, chain_id));
            drop index if exists longhaul_chain_lease;
            create index if not exists longhaul_chain_due on longhaul_chain (lease_until)
              where status in ('RUNNING', 'HANDED_OFF', 'WAITING', 'UNTOLD');
            create index if not exists longhaul_chain_updated on longhaul_chain (job, updated_at);
            create index if not exists longhaul_chain_expiry on longhaul_chain (expires_at) where expires_at > 0;
            """;

    /** Any number that other programs are not likely to lock: "longhaul" in ASCII. */
    private static final long LOCK = 0x6c6f6e676861756cL;

    private Schema() {}

    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                // "if not exists" alone fails where two sessions make the table at once.
                statement.execute("begin; select pg_advisory_xact_lock(" + LOCK + "); " + TABLE + " commit");
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "select to_regclass('longhaul_chain_due') is not null, current_setting('server_encoding')")) {
            row.next();
            if (!row.getString(2).equals("UTF8")) {
                throw new StoreException(
                        "the database's encoding is " + row.getString(2)
                                + ", which can't hold text of all kinds. Name a database in LONGHAUL_STORE that was created"
                                + " with encoding UTF8.",
                        null);
            }
            return row.getBoolean(1);
        }
    }
}
