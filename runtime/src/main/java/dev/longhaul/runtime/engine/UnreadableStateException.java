package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.SavedState;

/** A committed state that the present code of the job can't read. The chain fails, and its record keeps the state. */
final class UnreadableStateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableStateException(SavedState state, String schema, Exception cause) {
        super(
                "the state can't be restored: " + cause.getMessage() + ". "
                        + (state.schema().equals(schema)
                                ? "It was written by a job with the same fields."
                                : "It was written by another version of the job (schema " + state.schema()
                                        + ", this code has " + schema + ").")
                        + " The stored state is kept: deploy code that reads it, and resume the chain.",
                cause);
    }
}
