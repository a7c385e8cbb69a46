package dev.longhaul.processor.read;

/** A source that the compiler itself refuses, or will, such as a value of another type: it says so, and better. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException() {
        super("the source has errors of its own", null, false, false);
    }
}
