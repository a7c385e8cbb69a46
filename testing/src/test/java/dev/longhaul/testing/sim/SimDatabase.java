package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A database with one table of rows and, beside it, the records of chains: what a transaction writes is there when it is
 * committed, and until then nobody else can write the record that it has written.
 */
final class SimDatabase {

    private final boolean open;
    private final Map<String, List<Long>> rows = new HashMap<>();
    private final Map<String, Transaction> locks = new HashMap<>();

    /**
     * A database.
     *
     * @param open whether there is one in this world
     */
    SimDatabase(boolean open) {
        this.open = open;
    }

    boolean open() {
        return open;
    }

    /** The units of a chain whose row is committed, in order. */
    List<Long> rows(String chainId) {
        List<Long> units = new ArrayList<>(rows.getOrDefault(chainId, List.of()));
        Collections.sort(units);
        return units;
    }

    /** A connection with an open transaction. */
    Connection connect() {
        Transaction transaction = new Transaction();
        return (Connection) Proxy.newProxyInstance(
                SimDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> transaction.call(method));
    }

    /** Inserts a row. */
    static void insert(Connection connection, String chainId, long unit) throws SQLException {
        Transaction transaction = connection.unwrap(Transaction.class);
        transaction.chainId = chainId;
        transaction.unit = unit;
    }

    /** Whether a transaction has written a chain's record and is not over. */
    boolean locked(String chainId) {
        return locks.containsKey(chainId);
    }

    /** Writes a record in a transaction; {@code written} is told when that is committed. */
    void join(Connection connection, ChainRecord next, Consumer<ChainRecord> written) throws SQLException {
        Transaction transaction = connection.unwrap(Transaction.class);
        transaction.next = next;
        transaction.written = written;
        locks.put(next.chainId(), transaction);
    }

    private final class Transaction {

        private String chainId;
        private long unit;
        private ChainRecord next;
        private Consumer<ChainRecord> written;
        private boolean over;

        Object call(Method method) throws SQLException {
            switch (method.getName()) {
                case "commit" -> commit();
                case "rollback", "close" -> end();
                case "isClosed" -> {
                    return over;
                }
                case "unwrap" -> {
                    return this;
                }
                case "getAutoCommit" -> {
                    return false;
                }
                default -> {}
            }
            return null;
        }

        private void commit() throws SQLException {
            if (over) {
                throw new SQLException("this connection has been closed", "08003");
            }
            rows.computeIfAbsent(chainId, any -> new ArrayList<>()).add(unit);
            ChainRecord record = next;
            Consumer<ChainRecord> told = written;
            end();
            if (record != null) {
                told.accept(record);
            }
        }

        private void end() {
            over = true;
            if (next != null) {
                locks.remove(next.chainId(), this);
                next = null;
            }
        }
    }
}
