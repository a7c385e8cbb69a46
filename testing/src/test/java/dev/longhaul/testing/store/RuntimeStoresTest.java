package dev.longhaul.testing.store;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
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
        return tests(() -> store);
    }

    @TestFactory
    Stream<DynamicTest> fileKeepsTheContract() {
        String uri = directory.toUri().toString();
        return tests(() -> CheckpointStores.open(uri, Map.of()));
    }

    private static Stream<DynamicTest> tests(Supplier<CheckpointStore> open) {
        return StoreContract.checks(open).entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()::run));
    }
}
