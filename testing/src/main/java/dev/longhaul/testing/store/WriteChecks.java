package dev.longhaul.testing.store;

import static dev.longhaul.testing.store.Records.first;
import static dev.longhaul.testing.store.Records.fresh;
import static dev.longhaul.testing.store.Records.require;
import static dev.longhaul.testing.store.Records.requireEqual;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.RecordTooLargeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is written is what is read, and only what follows is written. */
final class WriteChecks {

    private static final int HUGE = 21 << 20;
    private static final int LARGEST_TRIED = 2 << 20;

    private final Supplier<CheckpointStore> open;

    WriteChecks(Supplier<CheckpointStore> open) {
        this.open = open;
    }

    void unknown() {
        try (CheckpointStore store = open.get()) {
            requireEqual(store.read(fresh("job"), "none"), Optional.empty(), "an unknown chain");
        }
    }

    void createdOnce() {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        try (CheckpointStore store = open.get()) {
            require(store.write(record), "the first write is refused");
            require(!store.write(record), "the second creation is accepted");
        }
    }

    void follows() {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        ChainRecord second = record.change().steps(1).build();
        ChainRecord third = second.change().steps(2).build();
        try (CheckpointStore store = open.get()) {
            require(!store.write(second), "a second revision is accepted where there is no first");
            store.write(record);
            require(!store.write(third), "a revision is skipped");
            require(store.write(second), "the next revision is refused");
            require(!store.write(second), "the same revision is accepted twice");
            require(!store.write(record), "an old revision is accepted");
            requireEqual(store.read(record.job(), "chain"), Optional.of(second), "after writes that were refused");
        }
    }

    void readAtOnce() {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        try (CheckpointStore one = open.get();
                CheckpointStore other = open.get()) {
            for (int i = 0; i < 20; i++) {
                require(one.write(record), "revision " + record.revision() + " is refused");
                requireEqual(other.read(record.job(), "chain"), Optional.of(record), "right after the write");
                record = record.change().steps(i).build();
            }
        }
    }

    void full() {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        ChainRecord all = record.change()
                .state(new SavedState("{\"count\":99,\"exact\":0.10}", "abc"))
                .progress(new Progress(9, 10, "nearly"))
                .billedMillis(Long.MAX_VALUE)
                .stopRequested("enough")
                .failure(new Failure("MaxHops", "too \"many\""))
                .result("[1,null]")
                .expiresAt(Long.MAX_VALUE)
                .enter(new HopEntry(3, 4, 5, 6, 7, End.LOST))
                .build();
        roundTrip(record, all);
    }

    void unicode() {
        List<String> ids = List.of(
                "a/b\\c",
                "..",
                ".",
                "UPPER",
                "upper",
                "\u00e9\u4e2d\ud83d\ude9a",
                "50%",
                "a b",
                "'; drop table x; --",
                "x".repeat(256),
                "y".repeat(255) + "1",
                "y".repeat(255) + "2",
                "con",
                "~");
        String job = fresh("job");
        try (CheckpointStore store = open.get()) {
            for (String id : ids) {
                // As StateWriter writes it.
                String state = "{\"half\":\"\\u0000 \\uD800 \\u4E2D\",\"text\":\"\\u0000 \u00e9 \u4e2d \ud83d\ude9a\"}";
                ChainRecord record = first(job, id, 5_000)
                        .change()
                        .input(null)
                        .state(new SavedState(state, id))
                        .stopRequested("\u0000 \ud800 \u4e2d")
                        .build();
                require(store.write(first(job, id, 5_000)), "the id " + id + " is taken for another one");
                require(store.write(record), "the id " + id + " is not found again");
                requireEqual(store.read(job, id), Optional.of(record), "the record of the id " + id);
            }
            requireEqual(store.list(job, 100).chains().size(), ids.size(), "the chains of all ids");
        }
    }

    void large() {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        ChainRecord large = record.change()
                .state(new SavedState("{\"text\":\"" + "0123456789".repeat(30_000) + "\"}", "abc"))
                .build();
        roundTrip(record, large);
    }

    /** Beyond what parsers of JSON allow by themselves, up to the limit of the store. */
    void sizes() {
        ChainRecord record = first(fresh("job"), "chain", Long.MAX_VALUE / 2);
        try (CheckpointStore store = open.get()) {
            require(store.write(record), "the first record is refused");
            List<String> states = new ArrayList<>(List.of(
                    "{\"map\":{\"" + "k".repeat(60_000) + "\":1}}",
                    "{\"deep\":" + "[".repeat(999) + "]".repeat(999) + "}"));
            if (store.maxRecordBytes() > HUGE) {
                states.add("{\"text\":\"" + "x".repeat(HUGE - 10_000) + "\"}");
            }
            for (String state : states) {
                record = record.change().state(new SavedState(state, "abc")).build();
                require(store.write(record), "a state of " + state.length() + " characters is refused");
                Optional<ChainRecord> read = store.read(record.job(), record.chainId());
                // Not requireEqual, whose message would be as large.
                require(
                        read.equals(Optional.of(record)),
                        "a state of " + state.length() + " characters is another one");
            }
        }
    }

    /** At the limit of the store itself, where that is small enough to be tried. */
    void limit() {
        ChainRecord record = first(fresh("job"), "c".repeat(Envelope.LONGEST_NAME), Long.MAX_VALUE / 2);
        try (CheckpointStore store = open.get()) {
            long limit = store.maxRecordBytes();
            require(limit > 0, "the store says that it holds at most " + limit + " bytes");
            if (limit > LARGEST_TRIED) {
                return;
            }
            int room = (int) limit - bytes(withText(record, ""));
            require(store.write(record), "the first record is refused");
            requireTooLarge(store, withText(record, "x".repeat(room + 1)));
            requireEqual(store.read(record.job(), record.chainId()), Optional.of(record), "after one above the limit");
            ChainRecord full = withText(record, "x".repeat(room));
            require(store.write(full), "a record of the limit is refused");
            requireEqual(store.read(record.job(), record.chainId()), Optional.of(full), "a record of the limit");
        }
    }

    private static void requireTooLarge(CheckpointStore store, ChainRecord record) {
        try {
            store.write(record);
        } catch (RecordTooLargeException e) {
            return;
        }
        throw new AssertionError("a record above the limit is accepted");
    }

    private static ChainRecord withText(ChainRecord record, String text) {
        return record.change()
                .state(new SavedState("{\"text\":\"" + text + "\"}", "abc"))
                .build();
    }

    private static int bytes(ChainRecord record) {
        return ChainJson.write(record).getBytes(StandardCharsets.UTF_8).length;
    }

    void resumed() {
        ChainRecord record = first(fresh("job"), "chain", 5_000);
        ChainRecord end = record.change().status(ChainStatus.STOPPED).build();
        roundTrip(record, end);
        roundTrip(null, end.change().status(ChainStatus.HANDED_OFF).build());
    }

    private void roundTrip(@Nullable ChainRecord before, ChainRecord record) {
        try (CheckpointStore store = open.get()) {
            if (before != null) {
                store.write(before);
            }
            require(store.write(record), "the record is refused");
        }
        try (CheckpointStore again = open.get()) {
            requireEqual(again.read(record.job(), record.chainId()), Optional.of(record), "the record");
        }
    }
}
