package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Overdue;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.sim.Point.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The world's store as one process sees it: each call is a point at which something can go wrong. */
final class SimStore implements CheckpointStore {

    private final CheckpointStore store;
    private final SimPoints points;

    SimStore(CheckpointStore store, SimPoints points) {
        this.store = store;
        this.points = points;
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
    public Overdue overdue(long now, int limit) {
        return points.call(Call.READ, () -> store.overdue(now, limit), SimStore::unavailable);
    }

    @Override
    public List<ChainRecord> list(String job, int limit) {
        return points.call(Call.READ, () -> store.list(job, limit), SimStore::unavailable);
    }

    @Override
    public long maxRecordBytes() {
        return store.maxRecordBytes();
    }

    @Override
    public void close() {}

    private static RuntimeException unavailable() {
        return new StoreUnavailableException("the store is down: the test says so", null);
    }

    /** Runs a call where a point may forbid it. */
    interface SimPoints {

        <T> T call(Call call, Supplier<T> action, Supplier<RuntimeException> refusal);
    }
}
