package dev.longhaul.testing.store;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.util.Map;

/** A process that counts so many steps in one chain, against others that do the same, and prints how many it counted. */
final class CountingProcess {

    private CountingProcess() {}

    public static void main(String[] args) {
        int counted = 0;
        try (CheckpointStore store = CheckpointStores.open(args[0], Map.of())) {
            while (counted < Integer.parseInt(args[1])) {
                ChainRecord now = store.read("Count", "chain").orElseThrow();
                if (store.write(now.change().steps(now.steps() + 1).build())) {
                    counted++;
                }
            }
        }
        System.out.println(counted);
    }
}
