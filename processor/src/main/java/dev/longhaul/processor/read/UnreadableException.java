package dev.longhaul.processor.read;

/** A source that can't be read for what is missing: another processor is to write it, or the compiler says so, and better. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException() {
        super("the source has errors of its own", null, false, false);
    }
}
