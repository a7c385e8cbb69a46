package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The truth of a world: a store that checks the invariants of the protocol after every write. */
final class InvariantStore implements CheckpointStore {

    /** A broken invariant. It fails the test, whatever catches exceptions on the way. */
    static final class Broken extends VirtualMachineError {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private final CheckpointStore records = new MemoryStore();
    private final ProofJob job;
    private final long longestLease;
    private int writes;
    private Broken broken;

    InvariantStore(ProofJob job, long longestLease) {
        this.job = job;
        this.longestLease = longestLease;
    }

    @Override
    public Optional<ChainRecord> read(String name, String chainId) {
        return records.read(name, chainId);
    }

    @Override
    public boolean write(ChainRecord next) {
        ChainRecord before = records.read(next.job(), next.chainId()).orElse(null);
        boolean written = records.write(next);
        if (written && next.job().equals(job.options().name())) {
            writes++;
            try {
                check(before, next);
            } catch (Broken e) {
                broken = broken == null ? e : broken;
                throw e;
            }
        }
        return written;
    }

    int writes() {
        return writes;
    }

    /** Where nothing went wrong, nothing had to be mended, and nothing was done twice. */
    void checkCalm(int swept) {
        long steps = list(job.options().name(), Integer.MAX_VALUE).chains().stream()
                .mapToLong(chain -> chain.work().keys())
                .sum();
        require(swept == 0, () -> "no orphan: " + swept + " hops had to be swept, and nothing had gone wrong");
        require(
                job.executions == steps,
                () -> "no loss: " + job.executions + " steps were done for " + steps + ", and nothing had gone wrong");
    }

    /** The chains have all come to a proper end. */
    void checkEnd(int chains) {
        if (broken != null) {
            throw broken;
        }
        List<ChainRecord> all = list(job.options().name(), Integer.MAX_VALUE).chains();
        require(all.size() <= chains, () -> "there are " + all.size() + " chains, and " + chains + " were started");
        for (ChainRecord end : all) {
            require(end.status().terminal(), () -> "no orphan: " + end + " is alive, and nothing is on its way");
            require(
                    end.steps() > 0 || end.hop() <= job.options().maxStalledHops(),
                    () -> "no runaway: " + end.hop() + " hops without a step");
            if (end.status() == ChainStatus.COMPLETED) {
                require(count(end) == job.target(), () -> "no loss: completed after " + count(end) + " units");
                for (long number = 0; number < end.work().keys(); number++) {
                    long step = number;
                    require(
                            job.effects.containsKey(end.job() + ':' + end.chainId() + ':' + step),
                            () -> "no loss: step " + step + " had no effect");
                }
            } else {
                require(end.failure() != null, () -> "no runaway: a chain ends without saying why");
            }
        }
    }

    private void check(ChainRecord before, ChainRecord next) {
        require(
                next.leaseUntil() < Long.MAX_VALUE && next.leaseUntil() <= next.updatedAt() + longestLease,
                () -> "no orphan: the lease of " + next + " is beyond what the sweeper will find");
        if (job.options().singleChain()
                && next.state() != null
                && !next.status().terminal()) {
            require(
                    list(next.job(), Integer.MAX_VALUE).chains().stream()
                            .noneMatch(other -> isAlive(other) && !isSame(other, next)),
                    () -> "no fork: " + next.chainId() + " works while another chain of the job is alive");
        }
        if (next.state() != null) {
            String expected = ProofJob.state(next.state().json().contains("count") ? count(next) : next.steps());
            require(next.state().json().equals(expected), () -> "no loss: " + next.state() + " is not " + expected);
            require(
                    count(next) == next.work().keys(),
                    () -> "no loss: " + next.work().keys() + " keys were taken, and the state has " + count(next));
        }
        require(next.hop() <= job.options().maxHops(), () -> "no runaway: hop " + next.hop());
        if (before == null) {
            require(next.epoch() == 1 && next.hop() == 0, () -> "a chain begins at hop 0, epoch 1");
            return;
        }
        require(!before.status().terminal(), () -> "no zombie: a chain that has ended was written: " + next);
        require(next.epoch() >= before.epoch(), () -> "no fork: the epoch went back");
        require(next.steps() >= before.steps(), () -> "no loss: the steps went back");
        if (before.status() == ChainStatus.RUNNING
                && next.status() == ChainStatus.HANDED_OFF
                && next.sweeps() == before.sweeps()) {
            require(next.hop() == before.hop() + 1, () -> "no runaway: a handoff that does not count its hop");
        }
        boolean claim = next.status() == ChainStatus.RUNNING && before.status() == ChainStatus.HANDED_OFF;
        boolean takeover = next.status() == ChainStatus.RUNNING
                && !next.history().equals(before.history())
                && next.history().size() > before.history().size();
        if (claim || takeover) {
            require(next.epoch() > before.epoch(), () -> "no fork: a claim under an old epoch");
            require(
                    next.hop() == before.hop(),
                    () -> "no fork: hop " + before.hop() + " was handed off, and hop " + next.hop() + " was claimed");
        }
        if (takeover && !claim) {
            require(
                    next.owner().equals(before.owner()) || next.updatedAt() >= before.leaseUntil(),
                    () -> "no fork: " + next.owner() + " took the chain from " + before.owner() + " during its lease");
        }
        if (!next.owner().equals(before.owner())) {
            require(
                    next.epoch() > before.epoch(),
                    () -> "no zombie: " + next.owner() + " wrote under another one's epoch");
        }
    }

    private static boolean isAlive(ChainRecord chain) {
        return chain.state() != null && !chain.status().terminal();
    }

    private static boolean isSame(ChainRecord one, ChainRecord other) {
        return one.chainId().equals(other.chainId());
    }

    private static long count(ChainRecord record) {
        String json = record.state().json();
        return Long.parseLong(json.substring(json.indexOf(':') + 1, json.indexOf(',')));
    }

    private static void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new Broken(what.get());
        }
    }

    @Override
    public Listing overdue(long now, int limit) {
        return records.overdue(now, limit);
    }

    @Override
    public Listing list(String name, int limit) {
        return records.list(name, limit);
    }

    @Override
    public long maxRecordBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public String name() {
        return records.name();
    }

    @Override
    public void close() {}
}
