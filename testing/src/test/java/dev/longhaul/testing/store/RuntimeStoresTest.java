package dev.longhaul.testing.store;

import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The contract against the stores of the runtime. */
class RuntimeStoresTest {

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> memoryKeepsTheContract() {
        MemoryStore store = new MemoryStore();
        return tests(StoreContract.checks(() -> store));
    }

    @TestFactory
    Stream<DynamicTest> fileKeepsTheContract() {
        String uri = directory.toUri().toString();
        return tests(StoreContract.checks(() -> CheckpointStores.open(uri, Map.of()), this::damage));
    }

    private void damage(String job, String chainId) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            Path record = files.filter(file -> file.toString().endsWith(".json") && holds(file, job, chainId))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(record, "{");
        }
    }

    private static boolean holds(Path file, String job, String chainId) {
        try {
            String record = Files.readString(file);
            return record.contains("\"job\":\"" + job + "\"") && record.contains("\"chainId\":\"" + chainId + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> tests(Map<String, StoreContract.Check> checks) {
        return checks.entrySet().stream().map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
    }
}
