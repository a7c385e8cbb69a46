package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.util.Optional;

/** The truth of a world with families: a store that checks their invariants after every write. */
final class FamilyStore implements CheckpointStore {

    private final CheckpointStore records = new MemoryStore();
    private final FamilyInvariants invariants;
    private Invariants.Broken broken;

    FamilyStore(FamilyJob job, boolean calm) {
        invariants = new FamilyInvariants(job, records, calm);
    }

    /** The invariants, where none was broken. */
    FamilyInvariants whole() {
        if (broken != null) {
            throw broken;
        }
        return invariants;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return records.read(job, chainId);
    }

    @Override
    public boolean write(ChainRecord next) {
        ChainRecord before = records.read(next.job(), next.chainId()).orElse(null);
        boolean written = records.write(next);
        if (written) {
            try {
                invariants.check(before, next);
            } catch (Invariants.Broken e) {
                broken = broken == null ? e : broken;
                throw e;
            }
        }
        return written;
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
        return records.maxRecordBytes();
    }

    @Override
    public String name() {
        return records.name();
    }

    @Override
    public void close() {}
}
