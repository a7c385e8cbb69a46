package dev.longhaul.runtime.store.payload;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStoreProvider;
import java.util.Map;

/** Opens {@code payload:}. */
public final class PayloadStoreProvider implements CheckpointStoreProvider {

    @Override
    public String prefix() {
        return "payload:";
    }

    @Override
    public String form() {
        return "payload:";
    }

    @Override
    public CheckpointStore open(String uri, Map<String, String> environment) {
        if (!uri.equals(prefix())) {
            throw new IllegalArgumentException("LONGHAUL_STORE is \"" + uri + "\", but payload: takes nothing more.");
        }
        return new PayloadStore();
    }
}
