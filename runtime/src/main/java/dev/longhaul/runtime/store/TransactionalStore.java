package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import java.sql.Connection;
import java.sql.SQLException;

/** A store in a database, whose writes can join a transaction of the job's. */
public interface TransactionalStore extends CheckpointStore {

    /**
     * Writes a record in the caller's open transaction, which it neither commits nor rolls back: if the stored one, as that
     * transaction sees it, has the revision and the {@code updatedAt} of the one before. The revision alone would not do:
     * where an earlier transaction was rolled back, a stop request may have taken its number.
     *
     * @param before the record that this one follows
     * @return whether it was written, should the transaction be committed
     * @throws SQLException as the connection throws it; the transaction can't be committed any more
     */
    boolean write(ChainRecord before, ChainRecord next, Connection transaction) throws SQLException;
}
