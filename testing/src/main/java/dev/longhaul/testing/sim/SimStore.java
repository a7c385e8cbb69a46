package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.sim.Point.Call;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The world's store as one process sees it: each call is a point at which something can go wrong. */
final class SimStore implements CheckpointStore {

    private final CheckpointStore store;
    private final SimPoints points;
    private final SimProcess process;

    /** The store as a process sees it. */
    SimStore(CheckpointStore store, SimPoints points, SimProcess process) {
        this.store = store;
        this.points = points;
        this.process = process;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return points.call(Call.READ, () -> store.read(job, chainId), SimStore::unavailable);
    }

    @Override
    public boolean write(ChainRecord next) {
        return points.call(Call.WRITE, () -> store.write(next), SimStore::unavailable);
    }

    @Override
    public boolean write(ChainRecord before, ChainRecord next, Connection transaction) throws SQLException {
        return points.call(
                Call.JOIN,
                () -> {
                    boolean written = store.write(before, next, transaction);
                    process.joined(written);
                    return written;
                },
                () -> new SQLException("the database is down: the test says so", "08006"));
    }

    @Override
    public Listing overdue(long now, int limit) {
        return points.call(Call.READ, () -> store.overdue(now, limit), SimStore::unavailable);
    }

    @Override
    public Listing list(String job, int limit) {
        return points.call(Call.READ, () -> store.list(job, limit), SimStore::unavailable);
    }

    @Override
    public long maxRecordBytes() {
        return store.maxRecordBytes();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void close() {}

    private static StoreUnavailableException unavailable() {
        return new StoreUnavailableException("the store is down: the test says so", null);
    }

    /** Makes a call where a point may forbid it. */
    interface SimPoints {

        <T, E extends Exception> T call(Call call, Action<T, E> action, Refusal<E> refusal) throws E;
    }

    /** A call that leaves the process. */
    interface Action<T, E extends Exception> {

        T make() throws E;
    }

    /** What a process meets in the place of an answer. */
    interface Refusal<E extends Exception> {

        E met();
    }
}
