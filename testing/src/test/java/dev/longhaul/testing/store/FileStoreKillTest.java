package dev.longhaul.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file store under SIGKILL, with real processes. */
class FileStoreKillTest {

    private static final int KILLS = 8;

    @TempDir
    Path directory;

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsTorn() throws Exception {
        String uri = directory.toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of())) {
            assertThat(store.write(Records.first("Kill", "chain", 5_000))).isTrue();
            Random moments = new Random(1);
            for (int kill = 0; kill < KILLS; kill++) {
                long acknowledged = writeAndKill(uri, 1 + moments.nextInt(40));

                ChainRecord after = store.read("Kill", "chain").orElseThrow();
                // One more may have been written whose acknowledgement was never printed.
                assertThat(after.revision()).isBetween(acknowledged, acknowledged + 1);
                assertThat(after.state()).isEqualTo(WriterProcess.state(after.steps()));
            }
        }
    }

    /** Lets a process write until it has acknowledged so many writes, and kills it in the middle of the next ones. */
    private static long writeAndKill(String uri, int writes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        uri)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            for (int read = 0; line != null; read++) {
                acknowledged = Long.parseLong(line);
                if (read == writes) {
                    // Not through the process itself, which would close its output before it is read.
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).as("what the process wrote").isPositive();
        return acknowledged;
    }
}
