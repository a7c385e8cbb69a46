package dev.longhaul.store.dynamodb;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A store whose {@code overdue} waits for what was written by any of its kind, since on AWS an index lags behind its table:
 * by milliseconds as a rule, and the contract looks at once.
 */
final class PatientStore implements CheckpointStore {

    private static final Map<List<String>, ChainRecord> WRITTEN = new ConcurrentHashMap<>();
    private static final int MANY = 10_000;
    private static final int MOST_LOOKS = 600;
    private static final long PAUSE_NANOS = 50_000_000;

    private final CheckpointStore store;

    PatientStore(CheckpointStore store) {
        this.store = store;
    }

    /** A chain that no index can be awaited for any more, since its record is damaged. */
    static void forget(String job, String chainId) {
        WRITTEN.remove(List.of(job, chainId));
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return store.read(job, chainId);
    }

    @Override
    public boolean write(ChainRecord next) {
        boolean written = store.write(next);
        if (written) {
            WRITTEN.merge(key(next), next, (one, other) -> one.revision() > other.revision() ? one : other);
        }
        return written;
    }

    @Override
    public Listing overdue(long now, int limit) {
        Set<List<String>> expected = WRITTEN.values().stream()
                .filter(chain -> chain.leaseOver(now))
                .map(PatientStore::key)
                .collect(Collectors.toSet());
        for (int looks = 1; looks < MOST_LOOKS && !found(now).containsAll(expected); looks++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
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
        return store.name();
    }

    @Override
    public void close() {
        store.close();
    }

    private Set<List<String>> found(long now) {
        return store.overdue(now, MANY).chains().stream().map(PatientStore::key).collect(Collectors.toSet());
    }

    private static List<String> key(ChainRecord chain) {
        return List.of(chain.job(), chain.chainId());
    }
}
