package dev.longhaul.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file store between real processes, which only its file locks keep apart. */
class FileStoreProcessesTest {

    private static final int PROCESSES = 4;
    private static final int STEPS = 300;

    @TempDir
    Path directory;

    @Test
    void noWriteOfSeveralProcessesIsLost() throws Exception {
        String uri = directory.toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of())) {
            assertThat(store.write(Records.first("Count", "chain", 5_000))).isTrue();

            List<Process> processes = new ArrayList<>();
            try {
                for (int i = 0; i < PROCESSES; i++) {
                    processes.add(start(uri));
                }
                for (Process process : processes) {
                    assertThat(process.inputReader().readLine()).isEqualTo(String.valueOf(STEPS));
                }
            } finally {
                processes.forEach(Process::destroyForcibly);
            }
            assertThat(store.read("Count", "chain").orElseThrow().steps()).isEqualTo(PROCESSES * STEPS);
        }
    }

    private static Process start(String uri) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingProcess.class.getName(),
                        uri,
                        String.valueOf(STEPS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
