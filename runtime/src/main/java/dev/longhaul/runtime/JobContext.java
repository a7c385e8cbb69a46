package dev.longhaul.runtime;

import java.sql.Connection;

/**
 * What a job can ask and tell while it runs, within one hop.
 *
 * <p>It belongs to the thread that calls the job's methods, and is of no use after the method has returned; only {@link
 * #shouldYield}, {@link #remainingMillis} and {@link #stop} may be called from other threads meanwhile.
 */
public interface JobContext {

    /** The id of this chain: one logical run of the job, from its start event to its end. */
    String chainId();

    /** The number of this invocation in the chain, from 0. */
    int hop();

    /**
     * The number of this step in the chain, from 0; the same when the step is done again. A {@link #checkpoint} in the
     * middle of a step ends a part of it, and what follows has the next number.
     */
    long stepNumber();

    /**
     * A key that is the same in every try of this step, across crashes and redeliveries: the chain's id and {@link
     * #stepNumber}. Ask for it where you use it, not before a checkpoint. Give it to a service that takes an idempotency key, and the step's effect there happens once.
     */
    String idempotencyKey();

    /** The milliseconds that are left of this invocation; {@link Long#MAX_VALUE} where nothing limits it. */
    long remainingMillis();

    /** Whether the step should return soon, for the chain to go on in the next hop. One plain read: ask it often. */
    boolean shouldYield();

    /**
     * Commits the state as it is now, in the middle of a long step.
     *
     * <p>If the hop dies later in this step, the step begins again from this state. What follows the checkpoint has an
     * {@link #idempotencyKey} of its own.
     */
    void checkpoint();

    /**
     * Writes the state into the caller's own transaction: rows and state are committed together, or not at all, so that
     * effects on that database are exactly once.
     *
     * <p>The caller commits, right after and before the method of the job returns. When the commit throws, let the
     * exception out: the step is tried again from the last checkpoint.
     *
     * @param connection an open transaction, auto-commit off, on the database that holds the checkpoints
     * @throws IllegalStateException when the checkpoints are not in such a database, or auto-commit is on
     */
    void checkpoint(Connection connection);

    /** Says how far the chain is: {@code done} of {@code total} units, both of the job's choosing, not negative. */
    void progress(long done, long total);

    /** Says how far the chain is, and what it is doing. */
    void progress(long done, long total, String message);

    /** Ends the chain after this step, as STOPPED with the reason. */
    void stop(String reason);
}
