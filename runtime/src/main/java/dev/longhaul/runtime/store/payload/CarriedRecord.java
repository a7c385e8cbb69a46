package dev.longhaul.runtime.store.payload;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Overdue;
import dev.longhaul.runtime.store.RecordTooLargeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of the chain of one invocation, as it came with the event and was written since. Thread-safe. */
final class CarriedRecord implements CheckpointStore {

    /** The largest event of an asynchronous invocation, in bytes of UTF-8. */
    static final int LARGEST_EVENT = 1_048_576;

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
        String event = Envelope.continuation(next.job(), next.chainId(), next.hop(), ChainJson.write(next));
        int bytes = event.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST_EVENT) {
            throw new RecordTooLargeException(next, bytes, LARGEST_EVENT);
        }
        record = next;
        return true;
    }

    @Override
    public Overdue overdue(long now, int limit) {
        return Overdue.of(List.of());
    }

    @Override
    public synchronized List<ChainRecord> list(String job, int limit) {
        return Optional.ofNullable(record).filter(each -> each.job().equals(job)).stream()
                .toList();
    }

    @Override
    public void close() {}
}
