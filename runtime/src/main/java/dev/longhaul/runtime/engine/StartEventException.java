package dev.longhaul.runtime.engine;

/** A start event that is not of the type that the job's {@code @OnStart} method takes. Nothing was written. */
public final class StartEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartEventException(String job, Exception cause) {
        super(
                "the start event does not fit the @OnStart method of " + job + ": " + cause.getMessage()
                        + ". No chain was started.",
                cause);
    }
}
