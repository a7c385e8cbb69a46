package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;

/** A record above what the store can hold. The one that is stored stays. */
public final class RecordTooLargeException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** Names the chain, and how many bytes its start event, state and result have and may have. */
    public RecordTooLargeException(ChainRecord record, long bytes, long limit) {
        super(
                "the state of chain " + record.chainId() + " of " + record.job()
                        + ", with its start event and result, has "
                        + bytes + " bytes, and this store has room for " + limit
                        + ". Keep less in @State fields, or use a store with a higher limit.",
                null);
    }
}
