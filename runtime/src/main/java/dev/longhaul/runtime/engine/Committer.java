package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The record of a chain that this invocation holds, and the only way to commit to it.
 *
 * <p>Every commit is conditional on the record as it was seen last. Where that fails, the stored record says why:
 *
 * <ul>
 *   <li>Its epoch is newer: another invocation has the chain, and this one is fenced for good.
 *   <li>It is the very record that was to be written, perhaps with a stop request on it: the answer was lost.
 *   <li>It is the record that was held, with a stop request on it: the move is made again on what is stored.
 *   <li>It is an older one: a transaction that a checkpoint had joined was not committed. What the job's object holds is
 *       not what is stored, so nothing of it may be committed; see {@link #reload}.
 * </ul>
 *
 * <p>Locked, because two threads commit: the handler's, and the watchdog's when it hands off without the step. The public
 * face takes the lock; nothing below takes it again.
 */
final class Committer {

    private final CheckpointStore store;
    private final Patience patience;
    private final RecordRoom room;
    private final long epoch;
    /** What a commit adds to the lease of an invocation in a process of one's own; 0 for a function's, whose deadline is its lease. */
    private final long renewal;

    private final Semaphore committing = new Semaphore(1);
    private volatile ChainRecord held;
    private volatile boolean fenced;
    private volatile @Nullable String stopRequested;
    /** Whether what is held was written in a transaction of the job's, and may have been rolled back with it. */
    private volatile boolean joined;
    /** Whether that transaction was rolled back, so that the job's object is ahead of the chain. */
    private volatile boolean rolledBack;

    /**
     * The committer of an invocation that has just claimed its chain.
     *
     * @param renewal how long its lease is after each commit, in milliseconds; 0 where it ends with the invocation
     */
    Committer(CheckpointStore store, Patience patience, ChainRecord claimed, long renewal) {
        this.renewal = renewal;
        this.store = store;
        this.patience = patience;
        this.room = RecordRoom.of(store);
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
     * Throws where the job may not go on: this invocation is fenced, or the job has caught the exception of a transaction
     * that was rolled back.
     */
    void requireSound() {
        requireOpen();
        if (rolledBack) {
            throw new RolledBackException("a checkpoint's transaction was rolled back, and the step went on");
        }
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
     * @throws RolledBackException when a transaction that a checkpoint had joined was not committed
     * @throws RecordTooLargeException when the store has no room for it
     * @throws StoreUnavailableException when the store could not be reached for as long as there was time
     */
    ChainRecord commit(UnaryOperator<ChainRecord> move) {
        return locked(() -> {
            requireSound();
            if (joined) {
                settle();
            }
            return committed(move, held);
        });
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
            requireOpen();
            return committed(move, accepted(patience.with(this::stored)));
        } finally {
            committing.release();
        }
    }

    /**
     * Writes a move in the caller's transaction. Whether that transaction was committed is not known here: the move counts
     * as committed until the next commit, or {@link #reload}, reads what is stored.
     */
    ChainRecord join(UnaryOperator<ChainRecord> move, Connection transaction) throws SQLException {
        return locked(() -> joined(move, transaction));
    }

    private ChainRecord joined(UnaryOperator<ChainRecord> move, Connection transaction) throws SQLException {
        requireSound();
        Races races = new Races(patience, "the chain's record");
        while (true) {
            ChainRecord base = held;
            ChainRecord next = room.checked(renewed(move.apply(base)));
            if (store.write(base, next, transaction)) {
                joined = true;
                held = next;
                return next;
            }
            ChainRecord now = patience.with(this::stored);
            requireSame(base, accepted(now));
            held = now;
            races.lost();
        }
    }

    /**
     * Reads the record again, after a step that failed: a transaction that it joined may have been rolled back. What
     * begins anew from the record may commit again.
     *
     * @throws FencedException when the chain is not this invocation's any more
     */
    ChainRecord reload() {
        return locked(() -> {
            requireOpen();
            held = accepted(patience.with(this::stored));
            joined = false;
            rolledBack = false;
            return held;
        });
    }

    /** Finds out whether the transaction that was joined last was committed. */
    private void settle() {
        ChainRecord now = accepted(patience.with(this::stored));
        requireSame(held, now);
        held = now;
        joined = false;
    }

    private ChainRecord committed(UnaryOperator<ChainRecord> move, ChainRecord from) {
        ChainRecord base = from;
        Races races = new Races(patience, "the chain's record");
        while (true) {
            ChainRecord next = room.checked(renewed(move.apply(base)));
            if (patience.with(() -> store.write(next))) {
                return hold(next);
            }
            ChainRecord now = patience.with(this::stored);
            if (isCommitOf(now, next)) {
                return hold(now);
            }
            accepted(now);
            requireSame(base, now);
            base = now;
            races.lost();
        }
    }

    private ChainRecord renewed(ChainRecord next) {
        if (renewal == 0 || next.status() != ChainStatus.RUNNING) {
            return next;
        }
        return next.with(next.position().withLeaseUntil(next.updatedAt() + renewal));
    }

    private ChainRecord hold(ChainRecord committed) {
        held = committed;
        joined = false;
        return committed;
    }

    /** Whether the stored record is this invocation's commit, be it with a stop request that was added since. */
    private boolean isCommitOf(ChainRecord now, ChainRecord next) {
        return now.epoch() == epoch && now.updatedAt() == next.updatedAt() && now.status() == next.status();
    }

    /** Throws unless a stored record is the one that was held, to which others may have added a request. */
    private void requireSame(ChainRecord base, ChainRecord now) {
        if (now.updatedAt() != base.updatedAt()) {
            rolledBack = true;
            throw new RolledBackException("the transaction that a checkpoint was written in was not committed");
        }
    }

    private ChainRecord stored() {
        return store.read(held.job(), held.chainId()).orElseThrow(() -> {
            fenced = true;
            return new FencedException();
        });
    }

    private ChainRecord accepted(ChainRecord now) {
        if (now.epoch() != epoch || now.status() != ChainStatus.RUNNING) {
            fenced = true;
            throw new FencedException();
        }
        return now;
    }

    private void requireOpen() {
        if (!open()) {
            throw new FencedException();
        }
    }

    private <E extends Exception> ChainRecord locked(Move<E> work) throws E {
        lock();
        try {
            return work.made();
        } finally {
            committing.release();
        }
    }

    /** Waits by looking again, through the clock: so that in virtual time the other thread gets on. */
    private void lock() {
        Races races = new Races(patience, "the watchdog, which commits at this moment,");
        while (!committing.tryAcquire()) {
            try {
                races.lost();
            } catch (StoreUnavailableException e) {
                // No time is left: as after a freeze, in which another invocation may have taken the chain.
                if (disturbed() && fenced) {
                    throw new FencedException();
                }
                throw e;
            }
        }
    }

    /** A commit, under the lock. */
    private interface Move<E extends Exception> {
        ChainRecord made() throws E;
    }
}
