package dev.longhaul.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a step that knows when it is worth trying again, as from a {@code Retry-After} header. It counts as a try that
 * failed, and the next one comes after the delay that it names. A delay that goes beyond the invocation's time goes on in
 * the next hop.
 */
public final class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /**
     * Names a delay.
     *
     * @param delay not negative
     */
    public RetryLaterException(Duration delay) {
        this(delay, null);
    }

    /**
     * Names a delay, and why.
     *
     * @param delay not negative
     * @param cause what the step met, or null
     */
    public RetryLaterException(Duration delay, @Nullable Throwable cause) {
        super("the step is to be tried again in " + delay, cause);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay " + delay + " is negative. Name one of zero or more.");
        }
        this.delay = delay;
    }

    /** How long to wait before the next try. */
    public Duration delay() {
        return delay;
    }
}
