package dev.longhaul.runtime.store.file;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStoreProvider;
import dev.longhaul.runtime.time.SystemTime;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Opens {@code file:} stores; the directory is made with the first record. */
public final class FileStoreProvider implements CheckpointStoreProvider {

    @Override
    public String prefix() {
        return "file:";
    }

    @Override
    public String form() {
        return "file:///directory";
    }

    @Override
    public CheckpointStore open(String uri, Map<String, String> environment) {
        try {
            return new FileStore(Path.of(URI.create(uri)), new SystemTime());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "LONGHAUL_STORE is \"" + uri + "\", which names no directory (" + e.getMessage() + "). Its form is "
                            + form() + ", with an absolute path.",
                    e);
        }
    }
}
