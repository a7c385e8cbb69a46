package dev.longhaul.example.backfill;

/** A line that is no line of an access log; the message says why. */
final class MalformedLineException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedLineException(String reason) {
        super(reason);
    }
}
