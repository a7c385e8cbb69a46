package dev.longhaul.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The resources of {@link Deliveries}: a file that notes when they were made and used, and by which process. Thread-safe. */
final class Depot {

    /** The variable that names the file, which must be there. */
    static final String VARIABLE = "DEPOT_FILE";

    private final Path file = Path.of(String.valueOf(System.getenv(VARIABLE)));

    Depot() throws IOException {
        note("made");
    }

    void note(String what) throws IOException {
        String line = ProcessHandle.current().pid() + " " + what + "\n";
        Files.writeString(file, line, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }
}
