package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The truth of a world: a store that checks the invariants of the protocol after every write. */
final class InvariantStore implements CheckpointStore {

    /**
     * What the store is like.
     *
     * @param longestLease beyond which no lease may be, in milliseconds
     * @param largest the most bytes of a record, or {@link Long#MAX_VALUE}
     * @param poisoned whether it holds a record that can't be read, and an overdue one that can't be written
     */
    record Nature(long longestLease, long largest, boolean poisoned) {}

    private static final String POISONED = "Poisoned";

    private final CheckpointStore records = new MemoryStore();
    private final ProofJob job;
    private final JobOptions options;
    private final SimDatabase database;
    private final Nature nature;
    private final Invariants invariants;
    private final Supplier<String> writer;
    private Invariants.Broken broken;

    InvariantStore(ProofJob job, SimDatabase database, Nature nature, Supplier<String> writer) {
        this.writer = writer;
        this.job = job;
        this.options = job.options();
        this.database = database;
        this.nature = nature;
        this.invariants = new Invariants(job, database, nature.largest, nature.longestLease, this::all);
    }

    @Override
    public Optional<ChainRecord> read(String name, String chainId) {
        requireCalmThread();
        return records.read(name, chainId);
    }

    @Override
    public boolean write(ChainRecord next) {
        String who = writer.get();
        requireCalmThread();
        if (next.job().equals(POISONED)) {
            throw new StoreException("the record can't be written: the test says so", null);
        }
        if (database.locked(next.chainId())) {
            throw new StoreUnavailableException("the record's row is locked", null);
        }
        ChainRecord before = records.read(next.job(), next.chainId()).orElse(null);
        requireRoom(next);
        boolean written = records.write(next);
        if (written) {
            written(before, next, who);
        }
        return written;
    }

    /** Is there when the transaction is committed; nobody else can write the record until then. */
    @Override
    public boolean write(ChainRecord before, ChainRecord next, Connection transaction) throws SQLException {
        ChainRecord stored = records.read(next.job(), next.chainId()).orElseThrow();
        requireRoom(next);
        if (database.locked(next.chainId())
                || stored.revision() != before.revision()
                || stored.updatedAt() != before.updatedAt()) {
            return false;
        }
        database.join(transaction, next, committed -> {
            records.write(committed);
            written(stored, committed, null);
        });
        return true;
    }

    private void requireRoom(ChainRecord next) {
        if (nature.largest < Long.MAX_VALUE) {
            long bytes = ChainJson.write(next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > nature.largest) {
                throw new RecordTooLargeException(next, bytes, nature.largest);
            }
        }
    }

    /** Checks what was written; {@code who} wrote it, or null where that is not known. */
    private void written(ChainRecord before, ChainRecord next, String who) {
        if (!next.job().equals(options.name())) {
            return;
        }
        try {
            Invariants.require(
                    who == null
                            || who.equals(next.owner())
                            || who.equals("sweep")
                            || (before.status() == ChainStatus.WAITING && next.status() == ChainStatus.STOPPED)
                            || who.startsWith("signal-")
                            || !Objects.equals(next.stopRequested(), before.stopRequested()),
                    () -> "no zombie: " + who + " wrote to the chain that " + next.owner() + " has");
            invariants.check(before, next);
        } catch (Invariants.Broken e) {
            broken = broken == null ? e : broken;
            throw e;
        }
    }

    /** Where nothing went wrong, nothing had to be mended, and nothing was done twice. */
    void checkCalm(int swept) {
        long units = all().stream()
                .mapToLong(chain -> Invariants.state(chain).count())
                .sum();
        Invariants.require(
                swept == 0, () -> "no orphan: " + swept + " hops had to be swept, and nothing had gone wrong");
        Invariants.require(
                job.executions == units,
                () -> "no loss: " + job.executions + " units were done for " + units + ", and nothing had gone wrong");
    }

    /** The chains have all come to a proper end. */
    void checkEnd(int chains) {
        if (broken != null) {
            throw broken;
        }
        Invariants.require(
                all().size() <= chains, () -> "there are " + all().size() + " chains, and " + chains + " were started");
        for (ChainRecord end : all()) {
            Invariants.require(
                    end.status().terminal(), () -> "no orphan: " + end + " is alive, and nothing is on its way");
            if (end.status() == ChainStatus.COMPLETED) {
                checkCompleted(end);
            } else {
                Invariants.require(end.failure() != null, () -> "no runaway: a chain ends without saying why");
            }
        }
    }

    private void checkCompleted(ChainRecord end) {
        long count = Invariants.state(end).count();
        Invariants.require(count == job.target(), () -> "no loss: completed after " + count + " units");
        for (long number = 0; number < count; number++) {
            long unit = number;
            Invariants.require(
                    !ProofJob.hasEffect(unit) || job.madeEffect(end.chainId(), unit),
                    () -> "no loss: unit " + unit + " had no effect");
        }
    }

    private void requireCalmThread() {
        if (Thread.currentThread().isInterrupted()) {
            Invariants.Broken interrupted = new Invariants.Broken(
                    "no poison: the store is called on a thread that a step has left interrupted");
            broken = broken == null ? interrupted : broken;
            throw interrupted;
        }
    }

    private List<ChainRecord> all() {
        return records.list(options.name(), Integer.MAX_VALUE).chains();
    }

    @Override
    public Listing overdue(long now, int limit) {
        Listing found = records.overdue(now, limit);
        if (!nature.poisoned) {
            return found;
        }
        List<ChainRecord> chains = new ArrayList<>();
        chains.add(TestRecords.overdue(POISONED));
        chains.addAll(found.chains());
        return new Listing(chains, List.of(new StoreException("a record is corrupt: the test says so", null)));
    }

    @Override
    public Listing list(String name, int limit) {
        return records.list(name, limit);
    }

    @Override
    public long maxRecordBytes() {
        return nature.largest;
    }

    @Override
    public String name() {
        return records.name();
    }

    @Override
    public void close() {}
}
