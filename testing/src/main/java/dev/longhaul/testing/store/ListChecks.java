package dev.longhaul.testing.store;

import static dev.longhaul.testing.store.Records.first;
import static dev.longhaul.testing.store.Records.fresh;
import static dev.longhaul.testing.store.Records.require;
import static dev.longhaul.testing.store.Records.requireEqual;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the sweeper and people find. */
final class ListChecks {

    private static final int MANY = 1_000;

    private final Supplier<CheckpointStore> open;

    ListChecks(Supplier<CheckpointStore> open) {
        this.open = open;
    }

    void overdueOrder() {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            store.write(first(job, "late", 30));
            store.write(first(job, "early", 10));
            store.write(first(job, "middle", 20));
            requireEqual(
                    ids(store.overdue(40, MANY).chains(), job),
                    List.of("early", "middle", "late"),
                    "the overdue chains");
            require(store.overdue(40, 1).chains().size() == 1, "more overdue chains than were wanted");
            end(store, first(job, "late", 30));
            end(store, first(job, "early", 10));
            end(store, first(job, "middle", 20));
            requireEqual(ids(store.overdue(40, MANY).chains(), job), List.of(), "the overdue chains after their end");
        }
    }

    void notOverdue() {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            ChainRecord handedOff = first(job, "handed off", 10);
            store.write(handedOff);
            ChainRecord later = handedOff
                    .change()
                    .status(ChainStatus.HANDED_OFF)
                    .leaseUntil(50)
                    .build();
            store.write(later);
            requireEqual(ids(store.overdue(49, MANY).chains(), job), List.of(), "chains with a lease");
            requireEqual(ids(store.overdue(50, MANY).chains(), job), List.of("handed off"), "a lease that ends now");
            store.write(later.change().status(ChainStatus.COMPLETED).build());
            requireEqual(ids(store.overdue(90, MANY).chains(), job), List.of(), "chains that have ended");
        }
    }

    void untold() {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            ChainRecord running = first(job, "chain", 10);
            ChainRecord end = running.change()
                    .status(ChainStatus.COMPLETED)
                    .leaseUntil(50)
                    .ending(part -> part.withNotices(2).withExpiresAt(Long.MAX_VALUE / 2))
                    .build();
            store.write(running);
            store.write(end);
            requireEqual(ids(store.overdue(49, MANY).chains(), job), List.of(), "ends that are being told");
            requireEqual(ids(store.overdue(50, MANY).chains(), job), List.of("chain"), "ends that were not told");
            ChainRecord tried = end.change()
                    .leaseUntil(70)
                    .ending(part -> part.withNotices(1))
                    .build();
            store.write(tried);
            requireEqual(ids(store.overdue(69, MANY).chains(), job), List.of(), "ends that are tried again later");
            requireEqual(ids(store.overdue(70, MANY).chains(), job), List.of("chain"), "ends that are tried again");
            requireEqual(ids(store.list(job, MANY).chains(), job), List.of("chain"), "chains whose end is to be told");
            ChainRecord told =
                    tried.change().ending(part -> part.withNotices(-1)).build();
            store.write(told);
            requireEqual(ids(store.overdue(90, MANY).chains(), job), List.of(), "ends that were told");
            requireEqual(store.read(job, "chain"), Optional.of(told), "a chain whose end was told");
        }
    }

    void expiry() {
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            ChainRecord record = first(job, "chain", 10);
            ChainRecord end = record.change()
                    .status(ChainStatus.COMPLETED)
                    .expiresAt(Long.MAX_VALUE / 2)
                    .build();
            store.write(record);
            store.write(end);
            store.overdue(90, MANY);
            requireEqual(store.list(job, MANY).chains(), List.of(end), "the chains before they expire");
            requireEqual(store.read(job, "chain"), Optional.of(end), "a chain before it expires");
        }
    }

    void newestFirst() {
        String job = fresh("job");
        String other = fresh("job");
        try (CheckpointStore store = open.get()) {
            for (int i = 1; i <= 3; i++) {
                ChainRecord record = first(job, "chain " + i, Long.MAX_VALUE / 2);
                store.write(record);
                store.write(record.change().updatedAt(5_000 + i % 3).build());
            }
            store.write(first(other, "chain", Long.MAX_VALUE / 2));
            requireEqual(
                    ids(store.list(job, MANY).chains(), job), List.of("chain 2", "chain 1", "chain 3"), "the chains");
            requireEqual(ids(store.list(job, 2).chains(), job), List.of("chain 2", "chain 1"), "the first two chains");
            requireEqual(store.list(fresh("job"), MANY).chains(), List.of(), "the chains of an unknown job");
        }
    }

    private static void end(CheckpointStore store, ChainRecord record) {
        store.write(record.change().status(ChainStatus.STOPPED).build());
    }

    private static List<String> ids(List<ChainRecord> chains, String job) {
        return chains.stream()
                .filter(chain -> chain.job().equals(job))
                .map(ChainRecord::chainId)
                .toList();
    }
}
