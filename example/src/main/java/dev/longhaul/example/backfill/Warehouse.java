package dev.longhaul.example.backfill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables that a log is read into, and one transaction at a time on them. Not thread-safe. */
public final class Warehouse implements AutoCloseable {

    /** The variable that holds the database's JDBC URL. */
    public static final String VARIABLE = "WAREHOUSE_URL";

    private static final String TABLES = """
            create table if not exists access_log (
              run text, line bigint, host text, username text, at timestamptz, method text, path text,
              status int, bytes bigint, referrer text, agent text, primary key (run, line));
            create table if not exists rejected_line (
              run text, line bigint, reason text, content text, primary key (run, line));
            """;

    private final Connection connection;
    // No "on conflict": a line that were written twice would end the chain, not pass unseen.
    private final CopyText rows = new CopyText("access_log");
    private final CopyText rejects = new CopyText("rejected_line");

    /** By a connection to the database, which is closed with this. */
    Warehouse(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Makes the tables where they are missing. */
    public static void prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    /** Adds a line of a run, for the next transaction. */
    void add(String run, long number, AccessLogLine line) {
        rows.add(
                run,
                number,
                line.host(),
                line.user(),
                line.at(),
                line.request().method(),
                line.request().path(),
                line.status(),
                line.bytes(),
                line.request().referrer(),
                line.request().agent());
    }

    /** Adds a line that could not be read, for the next transaction. */
    void reject(String run, long number, String reason, String text) {
        rejects.add(run, number, reason, text.replace('\0', '\ufffd'));
    }

    /** The open transaction, with all that was added to it. */
    Connection transaction() throws SQLException {
        rows.send(connection);
        rejects.send(connection);
        return connection;
    }

    /** Commits the open transaction. */
    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
