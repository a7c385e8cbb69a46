package dev.longhaul.runtime.store;

import dev.longhaul.runtime.chain.ChainRecord;
import java.sql.Connection;
import java.sql.SQLException;

/** A store in a database, whose writes can join a transaction of the job's. */
public interface TransactionalStore extends CheckpointStore {

    /**
     * Writes a record under the rule of {@link #write(ChainRecord)}, in the caller's open transaction, which it neither
     * commits nor rolls back.
     *
     * @return whether it was written, should the transaction be committed
     * @throws SQLException as the connection throws it; the transaction can't be committed any more
     */
    boolean write(ChainRecord next, Connection transaction) throws SQLException;
}
