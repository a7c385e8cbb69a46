package dev.longhaul.runtime.children;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.StoreException;
import java.util.Optional;

/** What ties a chain to its children: the way to their functions and to their records. */
public interface Ties {

    /** The parent's record, as it was committed last. */
    ChainRecord parent();

    /** The wall clock, in milliseconds of the epoch. */
    long nowMillis();

    /** How long the record of a chain is kept that has ended, in milliseconds. */
    long retentionMillis();

    /** Sends a start event to the function of another job. */
    void start(String job, String event);

    /** The id of the chain that a start by a name begins. */
    String chainId(String name);

    /**
     * The record of a chain.
     *
     * @throws StoreException when it can't be read
     */
    Optional<ChainRecord> read(String job, String chainId);

    /** Asks a chain to stop, where there is one that has not ended. */
    void stop(String job, String chainId, String reason);
}
