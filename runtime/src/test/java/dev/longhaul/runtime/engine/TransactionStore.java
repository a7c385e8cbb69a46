package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store with rows beside its records, and one transaction at a time, which sees its own record and nobody else's. */
final class TransactionStore implements CheckpointStore {

    private final MemoryStore records = new MemoryStore();
    private final List<ChainRecord> joined = new ArrayList<>();
    private final List<Integer> inserted = new ArrayList<>();
    final List<Integer> rows = new ArrayList<>();

    /** Begins a transaction; one that was left open is rolled back, as a database does where its connection closes. */
    Connection begin() {
        rollback();
        return (Connection) Proxy.newProxyInstance(
                TransactionStore.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getAutoCommit")) {
                        return false;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    void insert(int row) {
        inserted.add(row);
    }

    void commit() {
        for (ChainRecord record : joined) {
            if (!records.write(record)) {
                throw new AssertionError("a row that was locked has changed");
            }
        }
        rows.addAll(inserted);
        rollback();
    }

    void rollback() {
        joined.clear();
        inserted.clear();
    }

    @Override
    public boolean write(ChainRecord before, ChainRecord next, Connection transaction) {
        ChainRecord seen = joined.isEmpty() ? stored(next) : joined.get(joined.size() - 1);
        if (seen == null || seen.revision() != next.revision() - 1 || seen.updatedAt() != before.updatedAt()) {
            return false;
        }
        joined.add(next);
        return true;
    }

    private @Nullable ChainRecord stored(ChainRecord next) {
        return read(next.job(), next.chainId()).orElse(null);
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return records.read(job, chainId);
    }

    @Override
    public boolean write(ChainRecord next) {
        return records.write(next);
    }

    @Override
    public Listing overdue(long now, int limit) {
        return records.overdue(now, limit);
    }

    @Override
    public Listing list(String job, int limit) {
        return records.list(job, limit);
    }

    @Override
    public long maxRecordBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public String name() {
        return "transaction:";
    }

    @Override
    public void close() {}
}
