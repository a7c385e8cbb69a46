package dev.longhaul.runtime.continuation;

import org.jspecify.annotations.Nullable;

/** A next hop that was not accepted, or of which that is not known. */
public final class ContinuationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    /** Says what went wrong, and whether the same call can go well later. */
    public ContinuationException(String message, @Nullable Throwable cause, boolean worthRetrying) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
    }

    /** Whether the same call can go well later: throttled, a server's error, no connection. */
    public boolean worthRetrying() {
        return worthRetrying;
    }
}
