package dev.longhaul.example.demo.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Checkpoints in files of a folder that goes with the demo. */
public final class TemporaryStore implements AutoCloseable {

    private final Path folder;

    /** Makes the folder. */
    public TemporaryStore() throws IOException {
        folder = Files.createTempDirectory("longhaul-demo-");
    }

    /** The URI of the store. */
    public String uri() {
        return folder.toUri().toString();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
