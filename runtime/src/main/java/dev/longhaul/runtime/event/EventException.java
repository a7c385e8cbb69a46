package dev.longhaul.runtime.event;

import org.jspecify.annotations.Nullable;

/** An event that is neither a start event nor a continuation. Nothing was written. */
public final class EventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
