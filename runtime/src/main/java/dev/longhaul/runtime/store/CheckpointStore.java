package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * Writes a record in the caller's open transaction, which the store neither commits nor rolls back: if the stored one,
     * as that transaction sees it, has the revision and the {@code updatedAt} of the one before. The revision alone would
     * not do: where an earlier transaction was rolled back, a stop request may have taken its number.
     *
     * @param before the record that this one follows
     * @return whether it was written, should the transaction be committed
     * @throws SQLException as the connection throws it; the transaction can't be committed any more
     * @throws IllegalStateException where the store is in no database
     */
    default boolean write(ChainRecord before, ChainRecord next, Connection transaction) throws SQLException {
        throw new IllegalStateException(
                "checkpoint(Connection) needs the checkpoints in the same database, and they are in " + name()
                        + ". Set LONGHAUL_STORE to jdbc:postgresql:..., or call checkpoint().");
    }

    /**
     * Whether the store keeps nothing between invocations: a chain's record rides in the event of its next hop, and {@link
     * #carrying} gives each invocation a store of its own.
     */
    default boolean keepsNothing() {
        return false;
    }

    /**
     * The store of one invocation.
     *
     * @param carried the record that came with its event, or null
     */
    default CheckpointStore carrying(@Nullable ChainRecord carried) {
        return this;
    }

    /**
     * The chains whose {@linkplain ChainRecord#leaseOver lease is over}, longest first, found by an index; those that have
     * ended among them, as long as their end is to be told. Records that can't be read come beside them, and
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
