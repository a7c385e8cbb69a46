package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import java.util.Optional;

/**
 * Keeps the records of chains, one record a chain, with conditional writes.
 *
 * <p>A read sees every write that was answered before it. Thread-safe. Each method throws {@link
 * StoreUnavailableException} where the store can't be reached: the call may be made again, and a write may or may not
 * have happened.
 */
public interface CheckpointStore extends AutoCloseable {

    /** The record of a chain. */
    Optional<ChainRecord> read(String job, String chainId);

    /**
     * Writes a record if it follows the stored one: revision 1 if there is none, revision n if the stored one is n - 1.
     * Of writers that write the same revision at once, exactly one is answered true.
     *
     * @return whether it was written
     * @throws RecordTooLargeException when the record is above what the store can hold; the stored one stays
     */
    boolean write(ChainRecord next);

    /**
     * The chains whose lease is over, longest first, found by an index. Records that can't be read come beside them, and
     * don't count: however many there are, the others are found.
     *
     * @param now the present time in milliseconds of the epoch
     * @param limit the most that are wanted, above 0
     */
    Listing overdue(long now, int limit);

    /**
     * The chains of a job, the one that was updated last first. Records that can't be read come beside them, and don't
     * count.
     *
     * @param limit the most that are wanted, above 0
     */
    Listing list(String job, int limit);

    /**
     * The most that a record may have, in bytes of UTF-8 as {@link dev.longhaul.runtime.chain.ChainJson#write} writes it. A
     * record of so many bytes is written and read back, whatever its ids and its status; {@link #write} refuses one that has
     * more. {@link Long#MAX_VALUE} where memory is the only limit.
     */
    long maxRecordBytes();

    /** The store's URI for messages: without a user's name or password. */
    String name();

    /** Lets go of connections and files; nothing can be read or written afterwards. */
    @Override
    void close();
}
