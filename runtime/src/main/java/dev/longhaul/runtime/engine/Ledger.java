package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.store.TransactionalStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The record of a chain that this invocation holds, and the only way to commit to it.
 *
 * <p>Every commit is conditional on the record as it was seen last. Where that fails, the stored record says why: a newer
 * epoch fences this invocation for good; its own epoch means that a stop was requested meanwhile, or that the answer to
 * an earlier write was lost, and the move is made again on what is stored.
 *
 * <p>Locked, because two threads commit: the handler's, and the watchdog's when it hands off without the step.
 */
final class Ledger {

    /** How often to look whether the other thread has committed; it seldom happens that both want to. */
    private static final long LOOK_MILLIS = 5;

    private final CheckpointStore store;
    private final Patience patience;
    private final long epoch;
    private final Semaphore committing = new Semaphore(1);
    private volatile ChainRecord held;
    private volatile boolean fenced;
    private volatile @Nullable String stopRequested;

    Ledger(CheckpointStore store, Patience patience, ChainRecord claimed) {
        this.store = store;
        this.patience = patience;
        this.epoch = claimed.epoch();
        this.held = claimed;
    }

    /** The record as it was committed last. */
    ChainRecord held() {
        return held;
    }

    /** Whether this invocation has lost the chain. */
    boolean fenced() {
        return fenced;
    }

    /** Whether this invocation may still commit, as far as it knows. */
    boolean open() {
        return !fenced && held.status() == ChainStatus.RUNNING;
    }

    /** The reason that a stop was asked for with, as far as this invocation knows; null where none was. */
    @Nullable
    String stopRequested() {
        String seen = stopRequested;
        return seen != null ? seen : held.stopRequested();
    }

    /**
     * Looks, while a long step commits nothing, whether a stop was asked for or the chain was taken over meanwhile.
     *
     * <p>On the watchdog's thread, and without the lock: it changes nothing that a commit builds on. A record that can't
     * be read is the next commit's trouble; the watchdog goes on.
     */
    boolean disturbed() {
        try {
            ChainRecord now = store.read(held.job(), held.chainId()).orElse(held);
            if (now.epoch() != epoch) {
                fenced = true;
            } else if (now.stopRequested() != null) {
                stopRequested = now.stopRequested();
            }
        } catch (RuntimeException e) {
            return false;
        }
        return fenced || stopRequested != null;
    }

    /**
     * Commits a move.
     *
     * @throws FencedException when the chain is not this invocation's any more
     * @throws StoreUnavailableException when the store could not be reached for as long as there was time
     */
    ChainRecord commit(UnaryOperator<ChainRecord> move) {
        return locked(() -> commit(move, false));
    }

    /**
     * Commits a move onto whatever this invocation has really committed, as the watchdog does: unless the handler is
     * committing at this moment, for which a watchdog does not wait.
     *
     * @return null where the handler is committing
     */
    @Nullable
    ChainRecord tryCommitOnStored(UnaryOperator<ChainRecord> move) {
        if (!committing.tryAcquire()) {
            return null;
        }
        try {
            return commit(move, true);
        } finally {
            committing.release();
        }
    }

    /** Writes a move into the caller's transaction; it counts as committed until a later write finds that it is not. */
    ChainRecord join(UnaryOperator<ChainRecord> move, Connection transaction) throws SQLException {
        lock();
        try {
            return joined(move, transaction);
        } finally {
            committing.release();
        }
    }

    private ChainRecord joined(UnaryOperator<ChainRecord> move, Connection transaction) throws SQLException {
        requireOpen();
        if (!(store instanceof TransactionalStore transactional)) {
            throw new IllegalStateException("checkpoint(Connection) needs the checkpoints in the same database: set "
                    + "LONGHAUL_STORE to jdbc:postgresql:..., or call checkpoint()");
        }
        ChainRecord next = move.apply(held);
        if (!transactional.write(next, transaction)) {
            // A stop request may have come between. The step is tried again, from the record as it is then.
            reload();
            throw new RolledBackException("the chain's record was changed meanwhile");
        }
        held = next;
        return next;
    }

    /**
     * Reads the record again, after a step that failed: a transaction that it joined may have been rolled back.
     *
     * @throws FencedException when the chain is not this invocation's any more
     */
    ChainRecord reload() {
        return locked(() -> {
            requireOpen();
            return accept(patience.with(this::stored));
        });
    }

    /** Waits by looking again, through the clock: so that in virtual time the other thread gets on. */
    private void lock() {
        while (!committing.tryAcquire()) {
            patience.await(LOOK_MILLIS);
        }
    }

    private ChainRecord locked(Supplier<ChainRecord> work) {
        lock();
        try {
            return work.get();
        } finally {
            committing.release();
        }
    }

    private ChainRecord commit(UnaryOperator<ChainRecord> move, boolean onStored) {
        requireOpen();
        ChainRecord base = held;
        while (true) {
            ChainRecord next = move.apply(base);
            if (patience.with(() -> written(next))) {
                held = next;
                return next;
            }
            ChainRecord now = patience.with(this::stored);
            if (isEndingOf(now, next)) {
                held = now;
                return now;
            }
            accept(now);
            if (now.revision() < base.revision() && !onStored) {
                throw new RolledBackException("the transaction that a checkpoint was written in was not committed");
            }
            base = now;
        }
    }

    /** Whether the record is stored now, be it by this call or by an earlier one whose answer was lost. */
    private boolean written(ChainRecord next) {
        return store.write(next) || stored().equals(next);
    }

    /** Whether the stored record is this invocation's own handoff or finish, to which a stop request was added since. */
    private boolean isEndingOf(ChainRecord now, ChainRecord next) {
        return now.epoch() == epoch && now.status() == next.status() && now.status() != ChainStatus.RUNNING;
    }

    private ChainRecord stored() {
        return store.read(held.job(), held.chainId()).orElseThrow(() -> {
            fenced = true;
            return new FencedException();
        });
    }

    private ChainRecord accept(ChainRecord now) {
        if (now.epoch() != epoch || now.status() != ChainStatus.RUNNING) {
            fenced = true;
            throw new FencedException();
        }
        held = now;
        return now;
    }

    /** Throws where this invocation may not commit any more. */
    void requireOpen() {
        if (!open()) {
            throw new FencedException();
        }
    }
}
