package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The room that a store has for what a job makes as large as it likes: start event, state and result.
 *
 * <p>The rest of a record has a bound of its own, and a reserve is kept for it: so that a chain whose state has reached the
 * store's limit can still be claimed, swept and ended with its reason.
 *
 * @param most the bytes that start event, state and result may have together
 */
record RecordRoom(long most) {

    /** What a record has besides, at the most: ids, history, failure, progress, stop request and signals, all bounded. */
    static final long RESERVE = 64_000;

    static RecordRoom of(CheckpointStore store) {
        return new RecordRoom(store.maxRecordBytes() - RESERVE);
    }

    /**
     * The record, if there is room for it.
     *
     * @throws RecordTooLargeException if not
     */
    ChainRecord checked(ChainRecord next) {
        SavedState state = next.state();
        String json = state == null ? null : state.json();
        // A character has at most three bytes: most records need not be encoded to know that they fit.
        if (length(next.input()) + length(json) + length(next.result()) > most / 3) {
            long bytes = bytes(next.input()) + bytes(json) + bytes(next.result());
            if (bytes > most) {
                throw new RecordTooLargeException(next, bytes, most);
            }
        }
        return next;
    }

    private static long length(@Nullable String document) {
        return document == null ? 0 : document.length();
    }

    private static long bytes(@Nullable String document) {
        return document == null ? 0 : Texts.bytes(document);
    }
}
