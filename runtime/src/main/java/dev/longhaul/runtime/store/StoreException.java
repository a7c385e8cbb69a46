package dev.longhaul.runtime.store;

import org.jspecify.annotations.Nullable;

/** A store that can't do what it was asked. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what could not be done, and why. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
