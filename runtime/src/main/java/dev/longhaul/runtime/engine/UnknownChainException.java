package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.text.ShownText;

/**
 * A continuation of a chain that this function does not have. Nothing was written. It is an error and no duplicate: a chain
 * that has a continuation has a record, so that this function looks for it in another place than the one that began it.
 */
public final class UnknownChainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownChainException(String message) {
        super(message);
    }

    static UnknownChainException of(String job, String chainId, String store) {
        return new UnknownChainException(
                "the store " + store + " has no chain \"" + ShownText.of(chainId) + "\" of the job " + job
                        + ", and the event continues one. Set LONGHAUL_STORE to the store in which the chain began. A chain that"
                        + " ended is forgotten after two weeks: then drop the event.");
    }

    static UnknownChainException ofAnotherTenant(String job, String chainId) {
        return new UnknownChainException("the chain \"" + ShownText.of(chainId) + "\" of the job " + job
                + " belongs to another tenant than the one that the function was invoked for. Send the event with the"
                + " tenant of the chain.");
    }
}
