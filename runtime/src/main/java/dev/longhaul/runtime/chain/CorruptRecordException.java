package dev.longhaul.runtime.chain;

/** A stored record that is not what Longhaul wrote. */
public final class CorruptRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptRecordException(Exception cause) {
        super("the stored record of a chain can't be read: " + cause.getMessage(), cause);
    }
}
