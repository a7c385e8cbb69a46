package dev.longhaul.example.backfill;

import java.io.IOException;

/** A log that is damaged; the message names it, says where, and what to do. */
public final class UnreadableLogException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableLogException(String message, IOException cause) {
        super(message, cause);
    }
}
