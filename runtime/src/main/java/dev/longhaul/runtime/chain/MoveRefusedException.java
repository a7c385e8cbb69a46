package dev.longhaul.runtime.chain;

/** What somebody wants of a chain and the chain does not allow: there is none of that id, or it has ended. Nothing was written. */
public final class MoveRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Says why, and what to do. */
    public MoveRefusedException(String message) {
        super(message);
    }
}
