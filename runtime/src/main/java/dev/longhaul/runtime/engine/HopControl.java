package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.children.Family;
import java.sql.Connection;

/** What a job can ask and tell while it runs, as the engine answers it; {@code JobContext} says what each means. */
public interface HopControl {

    /** The id of the chain. */
    String chainId();

    /** The number of the hop. */
    int hop();

    /** The number of the step. */
    long stepNumber();

    /** The key of the piece of work that is being done. */
    String idempotencyKey();

    /** The wall clock, in milliseconds of the epoch. */
    long nowMillis();

    /** The milliseconds that are left. */
    long remainingMillis();

    /** Whether the step should return soon. */
    boolean shouldYield();

    /** Commits the state as it is now. */
    void checkpoint();

    /** Commits the state as it is now in the caller's transaction. */
    void checkpoint(Connection transaction);

    /** Lets the chain wait before its next step, until a time in milliseconds of the epoch. */
    void pauseUntil(long millis);

    /** How much the present piece of work is to take on. */
    int batchSize(int min, int max);

    /** The children of the chain. */
    Family family();

    /** Says how far the chain is. */
    void progress(Progress progress);

    /** Ends the chain after this step. */
    void stop(String reason);
}
