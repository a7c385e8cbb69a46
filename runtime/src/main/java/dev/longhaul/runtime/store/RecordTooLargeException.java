package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;

/** A record above what the store can hold. The one that is stored stays. */
public final class RecordTooLargeException extends StoreException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_BYTES_A_UNIT = 3;

    private static final String ADVICE = ". Keep less in @State fields, or use a store with a higher limit.";

    /** Names the chain, and how many bytes its start event, state and result have and may have. */
    public RecordTooLargeException(ChainRecord record, long bytes, long limit) {
        this("the state of chain " + record.chainId() + " of " + record.job()
                + ", with its start event and result, has " + bytes + " bytes, and this store has room for " + limit
                + ADVICE);
    }

    private RecordTooLargeException(String message) {
        super(message, null);
    }

    /**
     * Throws where a record is above a limit.
     *
     * @param json the record as JSON, which is counted in bytes of UTF-8
     */
    public static void check(ChainRecord record, String json, long limit) {
        if ((long) json.length() * MOST_BYTES_A_UNIT <= limit) {
            return;
        }
        long bytes = 0;
        for (int i = 0; i < json.length(); i++) {
            bytes += bytes(json.charAt(i));
        }
        if (bytes > limit) {
            throw new RecordTooLargeException("the record of chain " + record.chainId() + " of " + record.job()
                    + " has " + bytes + " bytes, and this store holds at most " + limit + ADVICE);
        }
    }

    /** Of a surrogate pair, which takes four, each half counts for two. */
    private static int bytes(char unit) {
        if (unit < 0x80) {
            return 1;
        }
        return unit < 0x800 || Character.isSurrogate(unit) ? 2 : MOST_BYTES_A_UNIT;
    }
}
