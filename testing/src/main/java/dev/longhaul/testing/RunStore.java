package dev.longhaul.testing;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One run's part of a store that others use as well. In the store its chains have ids of their own; the run sees the ids
 * that they would have if it were alone, and no other chains.
 */
final class RunStore implements CheckpointStore {

    private final CheckpointStore store;
    private final String suffix = "~" + UUID.randomUUID();
    private final Set<Key> written = new LinkedHashSet<>();

    /** A new run's part. */
    RunStore(CheckpointStore store) {
        this.store = store;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return store.read(job, chainId + suffix).map(stored -> named(stored, chainId));
    }

    @Override
    public boolean write(ChainRecord next) {
        return store.write(stored(next));
    }

    @Override
    public boolean write(ChainRecord before, ChainRecord next, Connection transaction) throws SQLException {
        return store.write(stored(before), stored(next), transaction);
    }

    /** Looks at the run's chains one by one: the store's own index has everybody's, and virtual time is not their time. */
    @Override
    public Listing overdue(long now, int limit) {
        return Listing.of(chains().filter(chain -> chain.leaseOver(now))
                .sorted(Comparator.comparingLong(ChainRecord::leaseUntil))
                .limit(limit)
                .toList());
    }

    @Override
    public Listing list(String job, int limit) {
        return Listing.of(chains().filter(chain -> chain.job().equals(job))
                .sorted(Comparator.comparingLong(ChainRecord::updatedAt).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public long maxRecordBytes() {
        return store.maxRecordBytes() - suffix.length();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void close() {}

    private Stream<ChainRecord> chains() {
        return List.copyOf(written).stream().flatMap(key -> read(key.job, key.chainId).stream());
    }

    /** A record as it is in the store. */
    private ChainRecord stored(ChainRecord record) {
        written.add(new Key(record.job(), record.chainId()));
        return named(record, record.chainId() + suffix);
    }

    private static ChainRecord named(ChainRecord record, String chainId) {
        Identity known = record.identity();
        Identity other = known.withChainId(chainId);
        return record.with(other);
    }

    private record Key(String job, String chainId) {}
}
