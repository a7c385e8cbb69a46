package dev.longhaul.runtime.engine;

import org.jspecify.annotations.Nullable;

/** A checkpoint in the job's own transaction that did not come to be. The step is tried again from the one before it. */
final class RolledBackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RolledBackException(String message) {
        this(message, null);
    }

    RolledBackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
