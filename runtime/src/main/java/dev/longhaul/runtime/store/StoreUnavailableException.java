package dev.longhaul.runtime.store;

import org.jspecify.annotations.Nullable;

/** A store that can't be reached, or is throttled: worth another try. A write may or may not have happened. */
public final class StoreUnavailableException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** Says what could not be done, and why. */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
