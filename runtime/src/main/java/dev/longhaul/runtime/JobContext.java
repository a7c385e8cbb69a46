package dev.longhaul.runtime;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;

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
     * How many steps the chain has done before this one, checkpoints in the middle of a step included. It tells how far the
     * chain is. Give a service an {@link #idempotencyKey} instead: a crash may shift this number.
     */
    long stepNumber();

    /**
     * A key that is the same however often this piece of work is done, across crashes, redeliveries and tries, and that no
     * other piece of work has: {@code job:chain:number}. Give it to a service that takes an idempotency key, and the effect
     * there happens once.
     *
     * <p>A piece is a call of the step or of a hook; a checkpoint in it ends one piece and begins the next. Within a piece
     * the key is the same each time: for two effects, make a checkpoint between them, or add a suffix of your own. Ask for
     * the key where you use it, not before a checkpoint. A piece that does not ask takes no number.
     */
    String idempotencyKey();

    /** The job's clock: the present, and virtual time in a test. Ask it instead of {@link Instant#now()}. */
    Instant now();

    /** The milliseconds that are left of this invocation; {@link Long#MAX_VALUE} where nothing limits it. */
    long remainingMillis();

    /** Whether the step should return soon, for the chain to go on in the next hop. One plain read: ask it often. */
    boolean shouldYield();

    /**
     * Commits the state as it is now, in the middle of a long step.
     *
     * <p>If the hop dies later in this step, the step begins again from this state; so does {@code @OnStart}. What follows the
     * checkpoint has an {@link #idempotencyKey} of its own.
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

    /**
     * Lets the chain wait before its next step, for so long from now; see {@link #pauseUntil}.
     *
     * @throws IllegalArgumentException when it is longer than 366 days
     */
    void pause(Duration duration);

    /**
     * Lets the chain wait before its next step: this method returns at once, and when the step has returned, the state is
     * committed and the invocation ends. Nothing runs and nothing is billed until then. A wait of up to ten seconds is waited
     * in the hop, and {@code payload:}, which keeps nothing, waits all of it so.
     *
     * <p>The chain goes on within a minute after the instant, when the sweeper looks; not before it. It waits in {@code
     * @OnStart}, a step and {@code @Terminate}; the last call before the next step counts, and an instant in the past means no
     * wait. A step that is done again after a crash asks again. A job that is done does not wait. Waits count for {@code
     * maxWakes} and {@code maxDurationMillis}, not for {@code maxHops}; a stop ends a wait at once.
     *
     * @throws IllegalArgumentException when it is more than 366 days away
     * @throws IllegalStateException in {@code @OnComplete} and {@code @OnFailure}
     */
    void pauseUntil(Instant instant);

    /**
     * How much this step is to take on: a number of rows, say, that finds its way to what a service bears at the moment. It
     * begins with {@code min}. It grows, up to twice as much at a time, while a step takes less than a quarter of what it may
     * take: {@code maxStepMillis} where the job declares it, else {@code tickMillis}. It halves when a step throws, takes longer
     * than it may, or pauses. The next hop goes on with it.
     *
     * <p>Within a step the answer stays the same, up to a {@link #checkpoint}. A step that is done again may get another size:
     * give each item an idempotency key of its own, such as {@code idempotencyKey() + item.id()}, and not the batch as a whole.
     *
     * @param min the smallest size, at least 1: one that a step can do in its time however slow the service is
     * @param max the largest size, at least {@code min}
     * @throws IllegalArgumentException when there is no size from {@code min} to {@code max}, or {@code min} is not positive
     */
    int batchSize(int min, int max);

    /** Says how far the chain is: {@code done} of {@code total} units, both of the job's choosing, not negative. */
    void progress(long done, long total);

    /** Says how far the chain is, and what it is doing. */
    void progress(long done, long total, String message);

    /** Ends the chain after this step, as STOPPED with the reason, also where this step was the last one. */
    void stop(String reason);
}
