package dev.longhaul.runtime.event;

import dev.longhaul.runtime.text.ShownText;
import org.jspecify.annotations.Nullable;

/** An event that is neither a start event nor an envelope. Nothing was written. */
public final class EventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventException(String message, @Nullable Throwable cause) {
        super(ShownText.line(message), cause);
    }

    /**
     * For a field that is not what it must be.
     *
     * @param field its path in the event, of which a message has at most 100 characters
     * @param what what it is, and what it must be; no value of a start event may be in it
     */
    public static EventException wrong(String field, String what) {
        return new EventException(
                "the event's field \"" + ShownText.of(field) + "\" " + what + ". A continuation is "
                        + Envelope.CONTINUATION + ", a named start is " + Envelope.NAMED_START
                        + ", and an operator sends "
                        + Envelope.OPERATION + ".",
                null);
    }
}
