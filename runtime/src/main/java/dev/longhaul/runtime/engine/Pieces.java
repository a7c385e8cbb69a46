package dev.longhaul.runtime.engine;

/**
 * Numbers the pieces of a chain's work, for their idempotency keys, and says where each begins and ends. Of one loop, and one
 * thread.
 *
 * <p>The work of a chain is a row of pieces. A piece begins with {@code @OnStart}, with a step, with a hook, and behind
 * each checkpoint. A piece that asks for an idempotency key takes the next number of the chain; a piece that does not ask
 * takes none. So a piece that is done again from the last checkpoint finds the number that it had, however much of the
 * work before it asked for nothing. For example, a step pays (key 7), makes a checkpoint, and tidies up; it dies while it
 * tidies up; it is done again, finds nothing to pay, and returns; the next step pays under key 8, as it would have without
 * the crash.
 */
final class Pieces {

    private final String prefix;
    private final BatchSize batch;
    /** The keys that pieces before this one have taken. */
    private long keys;
    /** Whether this piece has taken a key. */
    private boolean taken;

    /**
     * The pieces behind those that are committed.
     *
     * @param prefix what stands before the numbers
     * @param committed the keys that were taken by committed work
     * @param batch the size that pieces ask for
     */
    Pieces(String prefix, long committed, BatchSize batch) {
        this.prefix = prefix;
        this.batch = batch;
        this.keys = committed;
    }

    /** The key of the piece that is being done. */
    String key() {
        taken = true;
        return prefix + keys;
    }

    /** The keys that are taken by now, that of the present piece included. */
    long soFar() {
        return taken ? keys + 1 : keys;
    }

    /** Ends a piece, and begins the next one. */
    void next() {
        batch.done();
        keys = soFar();
        taken = false;
    }
}
