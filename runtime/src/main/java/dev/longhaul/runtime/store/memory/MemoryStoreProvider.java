package dev.longhaul.runtime.store.memory;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStoreProvider;
import java.util.Map;

/** Opens {@code memory:}, a new and empty store each time. */
public final class MemoryStoreProvider implements CheckpointStoreProvider {

    @Override
    public String prefix() {
        return "memory:";
    }

    @Override
    public String form() {
        return "memory:";
    }

    @Override
    public CheckpointStore open(String uri, Map<String, String> environment) {
        if (!uri.equals(prefix())) {
            throw new IllegalArgumentException("LONGHAUL_STORE is \"" + uri + "\", but memory: takes nothing more.");
        }
        return new MemoryStore();
    }
}
