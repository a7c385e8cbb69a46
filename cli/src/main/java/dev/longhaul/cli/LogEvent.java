package dev.longhaul.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a function's log.
 *
 * @param at when
 * @param stream of which execution environment
 * @param text without the line's end
 */
record LogEvent(Instant at, String stream, String text) {

    private static final int PARTS = 3;

    /** As it stands in a local function's log. */
    String fileLine() {
        return at + "\t" + stream + '\t' + text;
    }

    /** From a local function's log; empty for a line that is none of it. */
    static Optional<LogEvent> read(String fileLine) {
        String[] parts = fileLine.split("\t", PARTS);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogEvent(Instant.parse(parts[0]), parts[1], parts[2]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
