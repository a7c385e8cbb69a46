package dev.longhaul.runtime.chain;

import org.jspecify.annotations.Nullable;

/**
 * What a chain has done.
 *
 * @param input the start event as JSON, kept until the first checkpoint behind {@code @OnStart}; null from there on
 * @param state the state at the last checkpoint; null before the first
 * @param steps the committed steps: calls of the step, and checkpoints in the middle of one
 * @param keys the idempotency keys that were given to committed work
 * @param progress how far the chain is, where the job says so
 * @param batch the size of the next batch, where a step has asked for one; else 0
 * @param inbox what was sent to it
 */
public record Work(
        @Nullable String input,
        @Nullable SavedState state,
        long steps,
        long keys,
        @Nullable Progress progress,
        int batch,
        Inbox inbox) {

    /** The work of a chain that has not begun. */
    public static Work none(@Nullable String input) {
        return new Work(input, null, 0, 0, null, 0, Inbox.EMPTY);
    }

    /** This work, with another start event. */
    public Work withInput(@Nullable String value) {
        return new Work(value, state, steps, keys, progress, batch, inbox);
    }

    /** This work, with another state. */
    public Work withState(@Nullable SavedState value) {
        return new Work(input, value, steps, keys, progress, batch, inbox);
    }

    /** This work, with another number of steps. */
    public Work withSteps(long value) {
        return new Work(input, state, value, keys, progress, batch, inbox);
    }

    /** This work, with another number of keys. */
    public Work withKeys(long value) {
        return new Work(input, state, steps, value, progress, batch, inbox);
    }

    /** This work, with another progress. */
    public Work withProgress(@Nullable Progress value) {
        return new Work(input, state, steps, keys, value, batch, inbox);
    }

    /** This work, with another size of the next batch. */
    public Work withBatch(int value) {
        return new Work(input, state, steps, keys, progress, value, inbox);
    }

    /** This work, with other signals. */
    public Work withInbox(Inbox value) {
        return new Work(input, state, steps, keys, progress, batch, value);
    }
}
