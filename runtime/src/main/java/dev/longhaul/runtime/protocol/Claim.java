package dev.longhaul.runtime.protocol;

import dev.longhaul.runtime.chain.ChainRecord;

/** Whether an invocation may have the chain that its event speaks of. */
public sealed interface Claim {

    /**
     * It may, if the record can be written.
     *
     * @param next the record that makes the chain its own
     * @param takeover whether another invocation was at it before
     */
    record Granted(ChainRecord next, boolean takeover) implements Claim {}

    /** It may not, and the event is dropped quietly. */
    record Refused(Reason reason) implements Claim {}

    /** Why a claim is refused. */
    enum Reason {
        /** Another invocation has the chain, or has had it at this hop: a duplicate or late event. */
        DUPLICATE,
        /** The chain has ended. */
        ENDED,
        /** The chain is another tenant's. */
        OTHER_TENANT,
        /** The store knows no such chain. */
        UNKNOWN
    }
}
