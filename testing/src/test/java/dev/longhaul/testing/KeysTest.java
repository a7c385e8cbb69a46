package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.LongRunningHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An effect has one key, however often it is done and wherever the chain died, and no other effect has that key. */
class KeysTest {

    /** The keys under which each effect was done. */
    private final Map<String, Set<String>> keys = new TreeMap<>();

    private final Set<String> refused = new HashSet<>();

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(new Keyed_OneInEachStepHandler(), 4),
                Arguments.of(new Keyed_CheckpointBehindHandler(), 3),
                Arguments.of(new Keyed_CheckpointAtTheEndHandler(), 3),
                Arguments.of(new Keyed_CheckpointAtTheBeginningHandler(), 3),
                Arguments.of(new Keyed_TwoInEachStepHandler(), 6),
                Arguments.of(new Keyed_TwoWithCheckpointsBehindHandler(), 6),
                Arguments.of(new KeyedHooks_InEachMethodHandler(), 4),
                Arguments.of(new KeyedHooks_InTheHooksHandler(), 2),
                Arguments.of(new KeyedHooks_StartInTwoPartsHandler(), 4),
                Arguments.of(new KeyedLong_FreeRunningHandler(), 6),
                Arguments.of(new KeyedLong_FreeRunningWithPausesHandler(), 5),
                Arguments.of(new Keyed_AskedAndNotUsedHandler(), 2),
                Arguments.of(new Keyed_SeldomAskedHandler(), 2),
                Arguments.of(new KeyedLong_LeavesInTheMiddleHandler(), 6),
                Arguments.of(new Keyed_AskedTwiceHandler(), 3));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyEffectHasOneKeyWhereverTheChainDies(LongRunningHandler<? extends Keyed.Calls> handler, int effects) {
        kill(ChainTester.of(handler));

        assertThat(keys).hasSize(effects);
    }

    @Test
    void anEffectThatIsTriedAgainHasTheKeyThatItHad() {
        kill(ChainTester.of(new Keyed_RetriedHandler()), "item 1");
        kill(ChainTester.of(new Keyed_RetriedBehindACheckpointHandler()), "debit 0", "credit 0", "debit 1", "credit 1");
    }

    @Test
    void aHandoffInTheMiddleChangesNoKey() {
        ChainTester<KeyedLong.FreeRunning> tester =
                ChainTester.of(new KeyedLong_FreeRunningHandler()).unitTakes(Duration.ofSeconds(6));
        kill(tester);
        assertThat(tester.run().assertCompleted().hops()).isGreaterThan(2);
        kill(ChainTester.of(new KeyedLong_LeavesInTheMiddleHandler()).unitTakes(Duration.ofSeconds(6)));
    }

    @Test
    void aChainThatAsksForNoKeyBetweenTwoOthersChangesNoneOfThem() {
        List<String> seldom = new ArrayList<>();
        ChainTester.of(new Keyed_SeldomAskedHandler())
                .prepare(job -> job.service = (key, name) -> seldom.add(key))
                .run();
        List<String> always = new ArrayList<>();
        ChainTester.of(new Keyed_OneInEachStepHandler())
                .prepare(job -> job.service = (key, name) -> always.add(key))
                .run();

        assertThat(seldom.stream().map(KeysTest::number))
                .isEqualTo(always.stream().map(KeysTest::number).limit(2).toList());
    }

    /** The names of chains are their callers' choice, and so are those of jobs. */
    @Test
    void twoJobsAndTwoChainsShareNoKey() {
        Set<String> all = new HashSet<>();
        int runs = 0;
        for (LongRunningHandler<? extends Keyed.Calls> handler :
                List.of(new Keyed_OneInEachStepHandler(), new Keyed_CheckpointAtTheEndHandler())) {
            for (String name :
                    List.of("2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z-0", "1", "1-1", "1:1", ":1", "1:")) {
                runs++;
                ChainTester.of(handler)
                        .event("{\"longhaul\":{\"v\":1,\"start\":\"" + name + "\"}}")
                        .prepare(job -> job.service = (key, effect) -> {
                            if (effect.equals("item 1")) {
                                assertThat(all.add(key)).as(key).isTrue();
                            }
                        })
                        .run()
                        .assertCompleted();
            }
        }
        assertThat(all).hasSize(runs);
    }

    private void kill(ChainTester<? extends Keyed.Calls> tester, String... refusedOnce) {
        tester.beforeEach(() -> {
                    keys.clear();
                    refused.clear();
                    refused.addAll(List.of(refusedOnce));
                })
                .prepare((job, points) -> job.service = (key, name) -> {
                    keys.computeIfAbsent(name, any -> new TreeSet<>()).add(key);
                    points.pass(name + " is done");
                    if (refused.remove(name)) {
                        throw new IllegalStateException("the answer was lost");
                    }
                })
                .outcome(() -> keys)
                .afterEach(run -> checkKeys(run.transcript()))
                .killAtEveryPoint();
    }

    private void checkKeys(String transcript) {
        Map<String, String> effects = new HashMap<>();
        keys.forEach((effect, its) -> {
            assertThat(its).as("the keys of " + effect + "\n" + transcript).hasSize(1);
            String other = effects.put(its.iterator().next(), effect);
            assertThat(other)
                    .as("what else has the key of " + effect + "\n" + transcript)
                    .isNull();
        });
    }

    private static String number(String key) {
        return key.substring(key.lastIndexOf(key.contains(":") ? ':' : '-') + 1);
    }
}
