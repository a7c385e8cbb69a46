package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain in real processes starts children and joins them; {@code -Dlonghaul.children=1000} is the run of which {@code
 * docs/benchmarks.md} has the figures.
 */
class ChildrenTest {

    private static final int CHILDREN = Integer.getInteger("longhaul.children", 120);

    @TempDir
    Path folder;

    @Test
    void eachChildRunsOnceAndTheParentIsWokenAFewTimes() throws Exception {
        String uri = folder.resolve("store").toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda lambda = new Lambda(uri, 1)) {
            lambda.create(new ConvoyHandler());
            lambda.create(new ShipHandler(), 2);
            lambda.ask("Convoy", Envelope.start("atlantic", "{\"ships\":" + CHILDREN + "}"));

            Awaiting.until(
                    "the convoy has arrived",
                    () -> store.read("Convoy", "atlantic")
                            .orElseThrow()
                            .status()
                            .terminal());

            ChainRecord parent = store.read("Convoy", "atlantic").orElseThrow();
            List<ChainRecord> children = store.list("Ship", 2 * CHILDREN).chains();
            int sunk = CHILDREN / 100;
            long tons = 0;
            for (int ship = 0; ship < CHILDREN; ship++) {
                tons += ship % 100 == 99 ? 0 : 3L * ship;
            }
            assertThat(parent.failure()).isNull();
            assertThat(parent.result()).isEqualTo("{\"cargo\":" + tons + ",\"sunk\":" + sunk + "}");
            assertThat(children)
                    .hasSize(CHILDREN)
                    .extracting(ChainRecord::chainId)
                    .doesNotHaveDuplicates();
            assertThat(children.stream().filter(child -> child.status() == ChainStatus.FAILED))
                    .hasSize(sunk);
            assertThat(children).allMatch(child -> child.usage().claims() == 1);
            assertThat(parent.usage().claims()).isLessThan(10 + CHILDREN / 5);
            assertThat(ChainJson.write(parent).length()).isLessThan(20_000);
            System.out.printf(
                    "%d children in %.1f s: %d invocations of the parent, billed %.1f s; the children %.1f s%n",
                    CHILDREN,
                    (parent.updatedAt() - parent.startedAt()) / 1_000.0,
                    parent.usage().claims(),
                    parent.billedMillis() / 1_000.0,
                    children.stream().mapToLong(ChainRecord::billedMillis).sum() / 1_000.0);
            assertThat(children.stream().map(ChainRecord::startedAt).min(Comparator.naturalOrder()))
                    .hasValueSatisfying(first -> assertThat(first).isGreaterThanOrEqualTo(parent.startedAt()));
        }
    }
}
