package dev.longhaul.runtime.job;

/** What {@code @OnFailure} is given where no exception ended the chain, but one of its bounds. */
public final class BoundReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which bound, and what to do. */
    public BoundReachedException(String message) {
        super(message);
    }
}
