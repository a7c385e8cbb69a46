package dev.longhaul.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    private static final int LOCK_SECONDS = 5;
    private static final String BEGIN = "begin; set local lock_timeout = '" + LOCK_SECONDS + "s'; ";
    private static final String COMMIT = "; commit";
    private static final int STATEMENTS_BEFORE = 2;

    private final String url;
    private final boolean boundsLocks;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(String url) {
        this.url = url;
        this.boundsLocks = !url.contains("lock_timeout");
    }

    /** The URL without its parameters, which may hold a password. */
    String name() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
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

    /**
     * Runs one statement in a transaction of its own, in one round trip. It waits for a lock at most {@value #LOCK_SECONDS} s,
     * unless the URL says otherwise: a setting of the transaction and not of the session, which a pool would give to others.
     *
     * @param bind sets the statement's parameters and is given the statement, which then stands on the answer
     */
    <T> T bounded(Connection connection, String sql, Bind bind, ResultReader<T> answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(boundsLocks ? BEGIN + sql + COMMIT : sql)) {
            bind.to(statement);
            statement.execute();
            for (int i = 0; boundsLocks && i < STATEMENTS_BEFORE; i++) {
                statement.getMoreResults();
            }
            return answer.of(statement);
        }
    }

    /** Sets the parameters of a statement. */
    interface Bind {
        void to(PreparedStatement statement) throws SQLException;
    }

    /** Takes what a statement has answered: its result set, or its count of rows. */
    interface ResultReader<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private Connection open() throws SQLException {
        Properties defaults = new Properties();
        // Bounded, or a database that hangs would take the invocation's whole time. The URL may say otherwise.
        defaults.setProperty("connectTimeout", "3");
        defaults.setProperty("socketTimeout", "10");
        defaults.setProperty("tcpKeepAlive", "true");
        defaults.setProperty("ApplicationName", "longhaul");
        // A statement that the server keeps belongs to a session, and behind PgBouncer each transaction has another
        // one.
        defaults.setProperty("prepareThreshold", "0");
        // The details of an error may have a row in them, and with it a state.
        defaults.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, defaults);
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
