package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the chains did outside their state, and what they should have done. */
final class Ledger {

    private final Path folder;

    Ledger(Path folder) {
        this.folder = folder;
    }

    /** The start event of a chain. */
    String start(String name, int total, int stepMillis) {
        return """
                {"longhaul":{"v":1,"start":"%s"},"input":%s}""".formatted(name, input(total, stepMillis));
    }

    /** What a start event says of the work. */
    String input(int total, int stepMillis) {
        return """
                {"total":%d,"stepMillis":%d,"ledger":"%s"}""".formatted(total, stepMillis, folder);
    }

    /** The transfers of a chain that have been written down by now, repeats included. */
    int lines(String chain) throws IOException {
        Path file = folder.resolve(chain);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    /**
     * Checks a chain that is done: its state is that of each step once and in order; each transfer was made, and under one
     * key only, however often.
     *
     * @return how many transfers were made more than once
     */
    int check(ChainRecord chain, int total) throws IOException {
        assertThat(chain.status()).as(chain::toString).isEqualTo(ChainStatus.COMPLETED);
        assertThat(chain.steps()).as(chain.chainId()).isEqualTo(total);
        assertThat(chain.result())
                .as(chain.chainId())
                .isEqualTo(
                        Long.toString(IntStream.range(0, total).asLongStream().reduce(0, (sum, n) -> sum * 31 + n)));
        Map<String, Integer> transfers = new HashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve(chain.chainId()));
        for (String line : lines) {
            String[] parts = line.split(" ");
            Integer before = transfers.put(parts[0], Integer.valueOf(parts[1]));
            assertThat(before).as("another transfer under the key %s", parts[0]).isIn(null, Integer.valueOf(parts[1]));
        }
        assertThat(transfers.values())
                .as("the transfers of %s", chain.chainId())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, total).boxed().toList());
        return lines.size() - total;
    }
}
