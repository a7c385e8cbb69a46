package dev.longhaul.testing.store;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.util.Map;

/** A process that writes one chain again and again, and prints each revision once it was acknowledged. */
final class WriterProcess {

    private WriterProcess() {}

    public static void main(String[] args) {
        try (CheckpointStore store = CheckpointStores.open(args[0], Map.of())) {
            ChainRecord record = store.read("Kill", "chain").orElseGet(() -> Records.first("Kill", "chain", 5_000));
            while (true) {
                record = record.change()
                        .steps(record.revision())
                        .state(state(record.revision()))
                        .build();
                if (!store.write(record)) {
                    throw new IllegalStateException("the only writer was refused revision " + record.revision());
                }
                System.out.println(record.revision());
            }
        }
    }

    /** A state that shows whether all of it belongs to one write. */
    static SavedState state(long revision) {
        return new SavedState("{\"text\":\"" + (revision + ",").repeat(3_000) + "\"}", "");
    }
}
