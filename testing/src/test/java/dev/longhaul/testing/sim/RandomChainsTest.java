package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Worlds from random seeds: replay one with {@code -Dlonghaul.seed=...}. */
class RandomChainsTest {

    private static final long CHAINS = Long.getLong("longhaul.chains", 500);

    @Test
    void everyInvariantHoldsInEveryWorld() {
        Long replay = Long.getLong("longhaul.seed");
        if (replay != null) {
            Proof.run(replay);
            return;
        }
        long first = new SplittableRandom().nextLong();
        System.out.println("first seed " + first);
        long chains = 0;
        for (long seed = first; chains < CHAINS; seed++) {
            chains += Proof.run(seed);
        }
        assertThat(chains).isGreaterThanOrEqualTo(CHAINS);
    }
}
