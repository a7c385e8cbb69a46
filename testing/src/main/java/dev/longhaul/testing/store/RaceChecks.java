package dev.longhaul.testing.store;

import static dev.longhaul.testing.store.Records.first;
import static dev.longhaul.testing.store.Records.fresh;
import static dev.longhaul.testing.store.Records.requireEqual;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Many writers at once. */
final class RaceChecks {

    private static final int WRITERS = 16;
    private static final int ROUNDS = 5;

    private final Supplier<CheckpointStore> open;

    RaceChecks(Supplier<CheckpointStore> open) {
        this.open = open;
    }

    void oneWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ChainRecord record = first(fresh("job"), "chain", 5_000);
            try (CheckpointStore store = open.get()) {
                store.write(record);
            }
            requireEqual(
                    race((store, writer) -> store.write(
                            record.change().owner("writer " + writer).build())),
                    1L,
                    "the winners of 16");
        }
    }

    void oneCreates() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ChainRecord record = first(fresh("job"), "chain", 5_000);
            requireEqual(race((store, writer) -> store.write(record)), 1L, "the creators");
        }
    }

    void noneLost() throws Exception {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        try (CheckpointStore store = open.get()) {
            store.write(record);
            race((shared, writer) -> {
                for (int done = 0; done < ROUNDS; ) {
                    ChainRecord now = shared.read(record.job(), "chain").orElseThrow();
                    if (shared.write(now.change().steps(now.steps() + 1).build())) {
                        done++;
                    }
                }
                return true;
            });
            requireEqual(
                    store.read(record.job(), "chain").orElseThrow().steps(),
                    (long) WRITERS * ROUNDS,
                    "the steps counted");
        }
    }

    private interface Writer {
        boolean write(CheckpointStore store, int writer) throws Exception;
    }

    /** How many of the writers, which begin at the same time, were answered true. */
    private long race(Writer writer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (CheckpointStore shared = open.get()) {
            CyclicBarrier start = new CyclicBarrier(WRITERS);
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                writers.add(() -> {
                    // Half of them by an opening of their own, as in another process.
                    try (CheckpointStore own = open.get()) {
                        start.await();
                        return writer.write(number % 2 == 0 ? shared : own, number);
                    }
                });
            }
            long winners = 0;
            for (Future<Boolean> won : threads.invokeAll(writers)) {
                winners += won.get() ? 1 : 0;
            }
            return winners;
        } finally {
            threads.shutdown();
        }
    }
}
