package dev.longhaul.example.backfill;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Rows for PostgreSQL's {@code COPY}, in its text form: a line a row, tabs between the columns. One row sent this way costs the
 * server a fraction of an insert. Not thread-safe.
 */
final class CopyText {

    private final String statement;
    private final StringBuilder rows = new StringBuilder();

    /** No rows yet for a table. */
    CopyText(String table) {
        this.statement = "copy " + table + " from stdin";
    }

    /** Adds a row of all the table's columns, in their order. */
    void add(Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            append(columns[i].toString());
            rows.append(i + 1 < columns.length ? '\t' : '\n');
        }
    }

    private void append(String value) {
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            switch (at) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(at);
            }
        }
    }

    /** What was added since it was last sent. */
    String text() {
        return rows.toString();
    }

    /** Sends what was added into the connection's open transaction. */
    void send(Connection connection) throws SQLException {
        if (rows.length() == 0) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(text()));
        } catch (IOException e) {
            throw new SQLException("the rows could not be sent: " + e.getMessage(), e);
        }
        rows.setLength(0);
    }
}
