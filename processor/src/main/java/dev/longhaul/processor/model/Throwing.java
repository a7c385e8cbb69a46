package dev.longhaul.processor.model;

/** What code of the user's may throw that its callers have to declare. */
public enum Throwing {
    /** Nothing. */
    NOTHING,
    /** Exceptions. */
    EXCEPTIONS,
    /** A {@code Throwable} that is neither an {@code Exception} nor an {@code Error}. */
    ANYTHING
}
