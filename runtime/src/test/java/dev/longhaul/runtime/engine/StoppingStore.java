package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store at whose writes something happens first. */
final class StoppingStore implements CheckpointStore {

    /** What happens before a write. */
    interface Before {
        void write(ChainRecord next) throws Exception;
    }

    private final CheckpointStore store;
    Before beforeWrite = next -> {};
    UnaryOperator<Optional<ChainRecord>> onRead = found -> found;

    StoppingStore(CheckpointStore store) {
        this.store = store;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return onRead.apply(store.read(job, chainId));
    }

    @Override
    public boolean write(ChainRecord next) {
        try {
            beforeWrite.write(next);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return store.write(next);
    }

    @Override
    public Listing overdue(long now, int limit) {
        return store.overdue(now, limit);
    }

    @Override
    public Listing list(String job, int limit) {
        return store.list(job, limit);
    }

    @Override
    public long maxRecordBytes() {
        return store.maxRecordBytes();
    }

    @Override
    public String name() {
        return "stopping:";
    }

    @Override
    public void close() {}
}
