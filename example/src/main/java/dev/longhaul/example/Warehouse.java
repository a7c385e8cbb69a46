package dev.longhaul.example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

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
    private final PreparedStatement rows;
    private final PreparedStatement rejects;

    /** Connects to the database that the environment names. */
    Warehouse(Map<String, String> environment) throws SQLException {
        String url = environment.get(VARIABLE);
        if (url == null) {
            throw new IllegalStateException(
                    "the environment variable " + VARIABLE + " is not set. Set it to jdbc:postgresql://host/database.");
        }
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        // No "on conflict": a line that were written twice would end the chain, not pass unseen.
        rows = connection.prepareStatement("insert into access_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        rejects = connection.prepareStatement("insert into rejected_line values (?, ?, ?, ?)");
    }

    /** Makes the tables where they are missing. */
    public static void prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    /** Adds a line of a run to the open transaction. */
    void add(String run, long number, AccessLogLine line) throws SQLException {
        rows.setString(1, run);
        rows.setLong(2, number);
        rows.setString(3, line.host());
        rows.setString(4, line.user());
        rows.setObject(5, line.at());
        rows.setString(6, line.request().method());
        rows.setString(7, line.request().path());
        rows.setInt(8, line.status());
        rows.setLong(9, line.bytes());
        rows.setString(10, line.request().referrer());
        rows.setString(11, line.request().agent());
        rows.addBatch();
    }

    /** Adds a line that could not be read to the open transaction. */
    void reject(String run, long number, String reason, String text) throws SQLException {
        rejects.setString(1, run);
        rejects.setLong(2, number);
        rejects.setString(3, reason);
        rejects.setString(4, text.replace('\0', '\ufffd'));
        rejects.addBatch();
    }

    /** The open transaction, with all that was added to it. */
    Connection transaction() throws SQLException {
        rows.executeBatch();
        rejects.executeBatch();
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
