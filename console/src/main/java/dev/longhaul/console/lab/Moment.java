package dev.longhaul.console.lab;

import java.time.Instant;
import java.util.Map;

/**
 * Something that has happened to an invocation.
 *
 * @param sequence grows from moment to moment of a chain
 * @param at when
 * @param request the invocation's request id, the same for every attempt at one event
 * @param what happened, or {@code log} for a line that was printed
 * @param details what else there is to say; every value a text
 */
public record Moment(long sequence, Instant at, String request, String what, Map<String, String> details) {

    /** Copies the details. */
    public Moment {
        details = Map.copyOf(details);
    }
}
