package dev.longhaul.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one database, kept open between uses: as many as were in use at once, up to a bound. A connection pool of
 * a library does more, and takes longer to start than a whole hop's work at a cold start. Thread-safe.
 */
final class Connections implements AutoCloseable {

    /** The idle ones that are kept. One invocation uses one; Managed Instances run 32 invocations at once. */
    private static final int MOST_IDLE = 8;

    private final String url;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(String url) {
        this.url = url;
    }

    /** Works with a connection in auto-commit mode; one on which the work failed is not used again. */
    <T> T with(Work<T> work) throws SQLException {
        Connection connection = takeIdle();
        if (connection == null) {
            connection = open();
        }
        boolean sound = false;
        try {
            T result = work.on(connection);
            sound = true;
            return result;
        } finally {
            giveBack(connection, sound);
        }
    }

    /** Work with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The idle connections are of no use any more, after the server has ended one of them. */
    void forgetIdle() {
        for (Connection connection = takeIdle(); connection != null; connection = takeIdle()) {
            closeQuietly(connection);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        forgetIdle();
    }

    private Connection open() throws SQLException {
        Properties defaults = new Properties();
        // Bounded, or a database that hangs would take the invocation's whole time. The URL may say otherwise.
        defaults.setProperty("connectTimeout", "3");
        defaults.setProperty("socketTimeout", "10");
        defaults.setProperty("tcpKeepAlive", "true");
        defaults.setProperty("ApplicationName", "longhaul");
        Connection connection = DriverManager.getConnection(url, defaults);
        try {
            boundWaits(connection);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    // Not by the property "options": RDS Proxy and PgBouncer refuse a connection that brings it.
    private void boundWaits(Connection connection) throws SQLException {
        if (!url.contains("lock_timeout")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '5s'");
            }
        }
    }

    private synchronized @Nullable Connection takeIdle() {
        return idle.pollFirst();
    }

    private void giveBack(Connection connection, boolean sound) {
        synchronized (this) {
            if (sound && !closed && idle.size() < MOST_IDLE) {
                idle.addFirst(connection);
                return;
            }
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone either way.
        }
    }
}
