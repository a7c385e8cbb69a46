package dev.longhaul.runtime.engine;

/** A signal that one version of the job has accepted, and another one can't take. It goes on waiting in the record. */
public final class UnreadableSignalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a signal of that name; no value of its content is in the cause's message. */
    public UnreadableSignalException(String name, Throwable cause) {
        super(
                "the signal \"" + name + "\" waits, and this version of the job can't take it: " + cause.getMessage()
                        + ". Deploy one that can, and resume the chain.",
                cause);
    }
}
