package dev.longhaul.runtime.store.memory;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps records in this process, and forgets them with it: for tests. */
public final class MemoryStore implements CheckpointStore {

    private final Map<Key, ChainRecord> records = new ConcurrentHashMap<>();

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return Optional.ofNullable(records.get(new Key(job, chainId)));
    }

    @Override
    public boolean write(ChainRecord next) {
        AtomicBoolean written = new AtomicBoolean();
        records.compute(new Key(next.job(), next.chainId()), (key, stored) -> {
            written.set((stored == null ? 0 : stored.revision()) == next.revision() - 1);
            return written.get() ? next : stored;
        });
        return written.get();
    }

    @Override
    public Listing overdue(long now, int limit) {
        return Listing.of(records.values().stream()
                .filter(record -> record.leaseOver(now))
                .sorted(Comparator.comparingLong(ChainRecord::leaseUntil))
                .limit(limit)
                .toList());
    }

    @Override
    public Listing list(String job, int limit) {
        return Listing.of(records.values().stream()
                .filter(record -> record.job().equals(job))
                .sorted(Comparator.comparingLong(ChainRecord::updatedAt).reversed())
                .limit(limit)
                .toList());
    }

    /** No limit but the memory: records are kept as they are. */
    @Override
    public long maxRecordBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public String name() {
        return "memory:";
    }

    @Override
    public void close() {}

    private record Key(String job, String chainId) {}
}
