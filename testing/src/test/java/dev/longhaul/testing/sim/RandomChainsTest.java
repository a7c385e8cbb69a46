package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Worlds from random seeds.
 *
 * <p>{@code -Dlonghaul.chains=N} runs more of them: CI runs 100,000, a soak millions. {@code -Dlonghaul.seed=N} replays the
 * world of one seed.
 */
class RandomChainsTest {

    private static final long CHAINS = Long.getLong("longhaul.chains", 10_000);

    @Test
    void aDuplicateDiesLikeItsEventWhereEveryInvocationDoes() {
        // A world without an end: an endless job whose steps take no time, and a duplicate that lived.
        assertThat(Proof.run(-8858694325683999548L)).isPositive();
    }

    @Test
    void signalsKeepNoChainAliveThatStandsStill() {
        // A step that fits no hop, and a signal in many of them: each changed the state, and counted as work.
        assertThat(Proof.run(440708840662106485L)).isPositive();
    }

    @Test
    void everyInvariantHoldsInEveryWorld() throws Exception {
        Long replay = Long.getLong("longhaul.seed");
        if (replay != null) {
            assertThat(Proof.run(replay)).isPositive();
            return;
        }
        long first = new SplittableRandom().nextLong();
        System.out.println("worlds from seed " + first);
        AtomicLong next = new AtomicLong(first);
        AtomicLong chains = new AtomicLong();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                workers.add(threads.submit(() -> {
                    while (chains.get() < CHAINS) {
                        chains.addAndGet(Proof.run(next.getAndIncrement()));
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(chains.get()).isGreaterThanOrEqualTo(CHAINS);
    }
}
