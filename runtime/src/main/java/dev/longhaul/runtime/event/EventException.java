package dev.longhaul.runtime.event;

import org.jspecify.annotations.Nullable;

/** An event that is neither a start event nor a continuation. Nothing was written. */
public final class EventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * For a field that is not what it must be.
     *
     * @param field its path in the event
     * @param what what it is, and what it must be
     */
    public static EventException wrong(String field, String what) {
        return new EventException(
                "the event's field \"" + field + "\" " + what + ". A continuation is " + Envelope.CONTINUATION
                        + ", a named start is " + Envelope.NAMED_START + ".",
                null);
    }
}
