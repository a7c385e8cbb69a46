package dev.longhaul.testing;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each run a store of its own, or its own part of a real one that is opened once. */
final class RunStores implements AutoCloseable {

    private final @Nullable CheckpointStore real;

    /**
     * The stores of the runs of one test.
     *
     * @param uri that of a real store, or null for each run to have an empty one in memory
     */
    RunStores(@Nullable String uri) {
        this.real = uri == null ? null : CheckpointStores.open(uri, System.getenv());
    }

    CheckpointStore next() {
        return real == null ? CheckpointStores.open("memory:", Map.of()) : new RunStore(real);
    }

    @Override
    public void close() {
        if (real != null) {
            real.close();
        }
    }
}
