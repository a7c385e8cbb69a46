package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.ChainEvent.Continue;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.store.CheckpointStore;

/**
 * Gives an invocation its store. A store that keeps records serves all invocations alike. A store that keeps nothing gives
 * each invocation one of its own, which has the record that came with the event.
 */
final class InvocationStore {

    private InvocationStore() {}

    /**
     * The store for an event.
     *
     * @throws EventException when the event carries no record and must, or carries one and must not, or another chain's
     */
    static CheckpointStore of(CheckpointStore store, ChainEvent event, String job) {
        if (!(event instanceof Continue next)) {
            return store.carrying(null);
        }
        if (!store.keepsNothing() && next.record() != null) {
            throw wrong("is there, and LONGHAUL_STORE is not payload:, so nothing reads it");
        }
        return store.keepsNothing() ? store.carrying(carried(next, job)) : store;
    }

    private static ChainRecord carried(Continue next, String job) {
        if (next.record() == null) {
            throw wrong("is missing, and LONGHAUL_STORE is payload:, which keeps nothing");
        }
        ChainRecord record;
        try {
            record = ChainJson.read(next.record());
        } catch (CorruptRecordException e) {
            throw wrong("is no chain's record: " + e.getMessage());
        }
        if (!record.job().equals(job) || !record.chainId().equals(next.chainId())) {
            throw wrong("is that of chain \"" + record.chainId() + "\" of the job " + record.job());
        }
        return record;
    }

    private static EventException wrong(String what) {
        return EventException.wrong(Envelope.RECORD, what);
    }
}
