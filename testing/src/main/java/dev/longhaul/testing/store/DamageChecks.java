package dev.longhaul.testing.store;

import static dev.longhaul.testing.store.Records.first;
import static dev.longhaul.testing.store.Records.fresh;
import static dev.longhaul.testing.store.Records.require;
import static dev.longhaul.testing.store.Records.requireEqual;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.testing.store.StoreContract.Damage;
import java.util.List;
import java.util.function.Supplier;

/** One record that can't be read stops no other chain. */
final class DamageChecks {

    private static final int MANY = 1_000;
    private static final List<String> DAMAGED = List.of("damaged-1", "damaged-2", "damaged-3");

    private final Supplier<CheckpointStore> open;
    private final Damage damage;

    DamageChecks(Supplier<CheckpointStore> open, Damage damage) {
        this.open = open;
        this.damage = damage;
    }

    void named() throws Exception {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            damaged(store, job, "damaged-1", Long.MAX_VALUE / 2, 1_000);
            try (CheckpointStore again = open.get()) {
                again.read(job, "damaged-1");
            } catch (StoreException e) {
                require(!(e instanceof StoreUnavailableException), "a damaged record counts as one that passes: " + e);
                require(names(e, "damaged-1"), "the message does not name the chain: " + e.getMessage());
                return;
            }
            throw new AssertionError("a damaged record is read");
        }
    }

    /** The damaged ones are longest overdue: a sweep must not meet them alone, again and again. */
    void overdue() throws Exception {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            for (String chain : DAMAGED) {
                damaged(store, job, chain, 1, 1_000);
            }
            store.write(first(job, "sound", 2));
            Listing found = store.overdue(40, MANY);
            require(found.chains().contains(first(job, "sound", 2)), "a chain is not found beside damaged ones");
            requireTold(found);
            requireEqual(
                    store.overdue(40, 1).chains().size(), 1, "the first chain, beside damaged ones that come first");
        }
    }

    void listed() throws Exception {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            store.write(first(job, "sound 1", Long.MAX_VALUE / 2));
            for (String chain : DAMAGED) {
                damaged(store, job, chain, Long.MAX_VALUE / 2, 5_000);
            }
            store.write(first(job, "sound 2", Long.MAX_VALUE / 2));
            Listing found = store.list(job, MANY);
            requireEqual(
                    found.chains().stream().map(ChainRecord::chainId).sorted().toList(),
                    List.of("sound 1", "sound 2"),
                    "the chains beside damaged ones");
            requireTold(found);
            requireEqual(store.list(job, 1).chains().size(), 1, "the first chain, beside damaged ones that come first");
        }
    }

    private void damaged(CheckpointStore store, String job, String chain, long leaseUntil, long updatedAt)
            throws Exception {
        ChainRecord record = first(job, chain, leaseUntil);
        store.write(record);
        store.write(record.change().updatedAt(updatedAt).build());
        damage.to(job, chain);
    }

    private static void requireTold(Listing found) {
        for (String chain : DAMAGED) {
            require(
                    found.unreadable().stream().anyMatch(failure -> names(failure, chain)),
                    chain + " is not told: " + found.unreadable());
        }
    }

    private static boolean names(Throwable failure, String chain) {
        return String.valueOf(failure.getMessage()).contains(chain);
    }
}
