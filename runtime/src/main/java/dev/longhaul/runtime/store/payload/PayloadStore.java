package dev.longhaul.runtime.store.payload;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: outside an invocation there is no chain to be read or written. Thread-safe. */
final class PayloadStore implements CheckpointStore {

    @Override
    public boolean keepsNothing() {
        return true;
    }

    @Override
    public CheckpointStore carrying(@Nullable ChainRecord carried) {
        return new CarriedRecord(carried);
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return Optional.empty();
    }

    @Override
    public boolean write(ChainRecord next) {
        return false;
    }

    @Override
    public Listing overdue(long now, int limit) {
        return Listing.of(List.of());
    }

    @Override
    public Listing list(String job, int limit) {
        return Listing.of(List.of());
    }

    @Override
    public long maxRecordBytes() {
        return CarriedRecord.LARGEST;
    }

    @Override
    public String name() {
        return "payload:";
    }

    @Override
    public void close() {}
}
