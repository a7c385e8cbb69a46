package dev.longhaul.runtime.engine;

/** Another invocation has the chain: this one must write and send nothing any more. It passes through the job's code. */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException() {
        super("another invocation has taken this chain over; this one ends", null, false, false);
    }
}
