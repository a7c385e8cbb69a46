package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred chains of several hops in real processes, some of which are killed at random moments. */
class KilledChainsTest {

    private static final int CHAINS = Integer.getInteger("longhaul.proof.chains", 200);
    private static final int TRANSFERS = 30;
    private static final int STEP_MILLIS = 100;
    private static final int CONCURRENCY = 16;
    private static final int KILLS = 25;
    /** Lambda gives an event up after its third attempt. */
    private static final int MOST_OF_ONE_EVENT = 2;

    @TempDir
    Path folder;

    @Test
    void everyTransferIsMadeUnderOneKey() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda lambda = new Lambda(uri, CONCURRENCY)) {
            lambda.send(ledger.start("lost", TRANSFERS, STEP_MILLIS));
            Awaiting.until("the chain has begun", () -> ledger.lines("lost") > 0);
            killUntilGivenUp(lambda);
            for (int chain = 0; chain < CHAINS; chain++) {
                lambda.send(ledger.start("chain-" + chain, TRANSFERS, STEP_MILLIS));
            }
            int kills = killAtRandom(lambda, store);
            boolean[] swept = {false};
            Awaiting.until("all chains have ended", () -> {
                swept[0] |= !lambda.sweep().contains("\"sent\":0,");
                return ended(store) > CHAINS;
            });

            List<ChainRecord> chains = store.list(Lambda.JOB, CHAINS + 2).chains();
            assertThat(chains.size()).as("chains").isEqualTo(CHAINS + 1);
            int again = 0;
            int hops = 0;
            for (ChainRecord chain : chains) {
                again += ledger.check(chain, TRANSFERS);
                hops += chain.hop() + 1;
            }
            assertThat(hops).as("chains of several hops").isGreaterThan(2 * CHAINS);
            assertThat(swept[0]).as("the chain that Lambda gave up was swept").isTrue();
            System.out.printf(
                    "%d chains, %d hops, %d invocations, %d kills; %d of %d transfers were made again%n",
                    chains.size(), hops, lambda.invocations(), kills, again, chains.size() * TRANSFERS);
        }
    }

    /** Kills the only chain there is, each time it runs, until Lambda delivers its event no more. */
    private static void killUntilGivenUp(Lambda lambda) throws Exception {
        Awaiting.until("the event is given up", () -> {
            lambda.running().stream().findAny().ifPresent(KilledChainsTest::kill);
            return !lambda.givenUp().isEmpty();
        });
    }

    private static int killAtRandom(Lambda lambda, CheckpointStore store) throws Exception {
        Random random = new Random();
        Map<String, Integer> killed = new HashMap<>();
        int[] kills = {0};
        Awaiting.until("all kills are done", () -> {
            List<Started> running = lambda.running();
            Optional<Started> victim = running.stream()
                    .skip(running.isEmpty() ? 0 : random.nextInt(running.size()))
                    .findFirst()
                    .filter(started -> killed.getOrDefault(started.requestId(), 0) < MOST_OF_ONE_EVENT)
                    .filter(started -> random.nextInt(20) == 0);
            if (victim.isPresent() && kill(victim.get())) {
                killed.merge(victim.get().requestId(), 1, Integer::sum);
                kills[0]++;
            }
            return kills[0] == KILLS || ended(store) >= CHAINS;
        });
        return kills[0];
    }

    private static long ended(CheckpointStore store) {
        return store.list(Lambda.JOB, CHAINS + 1).chains().stream()
                .filter(chain -> chain.status().terminal())
                .count();
    }

    private static boolean kill(Started started) {
        return ProcessHandle.of(started.pid())
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }
}
