package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;

/** A record above what the store can hold. The one that is stored stays. */
public final class RecordTooLargeException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** Names the chain, the size and the limit, both in bytes. */
    public RecordTooLargeException(ChainRecord record, long bytes, long limit) {
        super(
                "the record of chain " + record.chainId() + " of " + record.job() + " has " + bytes
                        + " bytes with its state, and this store holds at most " + limit
                        + ". Keep less in @State fields, or use a store with a higher limit.",
                null);
    }
}
