package dev.longhaul.runtime.store.payload;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of the chain of one invocation, as it came with the event and was written since. Thread-safe. */
final class CarriedRecord implements CheckpointStore {

    /** The largest event of an asynchronous invocation, in bytes of UTF-8. */
    static final int LARGEST_EVENT = 1_048_576;

    /** Room in the event for what stands around the record: job, chain, hop. */
    private static final int ENVELOPE = 4_096;

    static final int LARGEST = LARGEST_EVENT - ENVELOPE;

    private @Nullable ChainRecord record;

    CarriedRecord(@Nullable ChainRecord record) {
        this.record = record;
    }

    @Override
    public synchronized Optional<ChainRecord> read(String job, String chainId) {
        return Optional.ofNullable(record)
                .filter(each -> each.job().equals(job) && each.chainId().equals(chainId));
    }

    @Override
    public synchronized boolean write(ChainRecord next) {
        long revision =
                read(next.job(), next.chainId()).map(ChainRecord::revision).orElse(0L);
        if (revision != next.revision() - 1) {
            return false;
        }
        RecordTooLargeException.check(next, ChainJson.write(next), LARGEST);
        record = next;
        return true;
    }

    @Override
    public Listing overdue(long now, int limit) {
        return Listing.of(List.of());
    }

    @Override
    public synchronized Listing list(String job, int limit) {
        return Listing.of(Optional.ofNullable(record).filter(each -> each.job().equals(job)).stream()
                .toList());
    }

    @Override
    public long maxRecordBytes() {
        return LARGEST;
    }

    @Override
    public String name() {
        return "payload:";
    }

    @Override
    public void close() {}
}
