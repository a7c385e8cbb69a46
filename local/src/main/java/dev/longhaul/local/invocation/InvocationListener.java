package dev.longhaul.local.invocation;

/**
 * Is told what happens to invocations, in order for each of them. Called on the threads that run them, on several at
 * once: an implementation is thread-safe and returns soon. What it throws is printed to {@code System.err} and has no
 * further effect.
 */
@FunctionalInterface
public interface InvocationListener {

    /** Something happened. */
    void on(InvocationEvent event);

    /** A listener that tells both, one after the other; the second is told even where the first throws. */
    default InvocationListener and(InvocationListener other) {
        return event -> {
            try {
                on(event);
            } finally {
                other.on(event);
            }
        };
    }
}
