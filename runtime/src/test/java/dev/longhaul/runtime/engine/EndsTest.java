package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.sweep.SweepReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of the end of a chain, when, and how often. */
class EndsTest {

    private static final SweepReport NOTHING = new SweepReport(0, 0, 0, 0, 0, 0, 0);
    private static final SweepReport ONE_TOLD = new SweepReport(0, 0, 1, 0, 0, 0, 0);
    private static final SweepReport ONE_NOT_SENT = new SweepReport(0, 0, 0, 0, 1, 0, 0);
    private static final long MINUTE = 60_000;

    private final JobOptions.Builder options = JobOptions.named("Count")
            .timeoutMillis(60_000)
            .safeMillis(10_000)
            .tickMillis(1_000)
            .maxHops(2);
    private final List<String> told = new ArrayList<>();
    private final Rig rig = new Rig();
    private boolean away;
    /** How long a target that is away takes to say so. */
    private long silence;

    private int tries;

    EndsTest() {
        rig.ends = new Ends(event -> {
            tries++;
            if (away) {
                rig.time.advance(silence);
                throw new IOException("connection refused");
            }
            told.add(event);
        });
        rig.runs(new CountingJob(options.build(), 5, (count, hop) -> rig.time.advance(1_000)));
    }

    @Test
    void anEndIsToldByTheHopThatMadeIt() throws Exception {
        rig.runToEnd(named("a"));

        assertThat(told)
                .containsExactly("{\"v\":1,\"id\":\"Count/a/1000000000/1\",\"job\":\"Count\",\"chain\":\"a\","
                        + "\"status\":\"COMPLETED\",\"startedAt\":\"1970-01-12T13:46:40Z\","
                        + "\"endedAt\":\"1970-01-12T13:46:45Z\",\"hops\":1,\"steps\":5,\"billedMillis\":5000,"
                        + "\"function\":\"" + Rig.ARN + "\"}");
        rig.time.advance(2 * MINUTE);
        assertThat(rig.sweep()).isEqualTo(NOTHING);
        assertThat(notices("a")).isEqualTo(Ending.SETTLED);
    }

    @Test
    void withoutATargetARecordHasNothingOfIt() throws Exception {
        rig.ends = Ends.UNTOLD;

        rig.runToEnd(named("a"));

        assertThat(notices("a")).isEqualTo(Ending.NO_NOTICES);
        rig.time.advance(2 * MINUTE);
        assertThat(rig.sweep()).isEqualTo(NOTHING);
    }

    @Test
    void theReasonIsToldWithoutItsMessage() throws Exception {
        rig.runs(new CountingJob(options.build(), 5, (count, hop) -> {
            throw new IllegalArgumentException("the card 4111 1111");
        }));

        rig.runToEnd(named("a"));

        assertThat(told)
                .singleElement()
                .asString()
                .contains("\"status\":\"FAILED\",\"reason\":\"java.lang.IllegalArgumentException\"")
                .doesNotContain("4111");
    }

    @Test
    void aTargetThatIsAwayHoldsUpNoChainAndIsTriedAgainAtGrowingIntervals() throws Exception {
        away = true;

        assertThat(rig.runToEnd(named("a")).status()).isEqualTo(HopAnswer.Status.COMPLETED);

        assertThat(rig.log)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"longhaul\":\"trouble\"", "\"what\":\"telling the end\"", "connection refused"));
        assertThat(rig.sweep()).as("while the hop may be telling it").isEqualTo(NOTHING);
        rig.time.advance(MINUTE);
        assertThat(rig.sweep()).isEqualTo(ONE_NOT_SENT);
        rig.time.advance(MINUTE - 1);
        assertThat(rig.sweep()).isEqualTo(NOTHING);
        rig.time.advance(1);
        assertThat(rig.sweep()).isEqualTo(ONE_NOT_SENT);
        rig.time.advance(2 * MINUTE - 1);
        assertThat(rig.sweep()).as("after twice the time").isEqualTo(NOTHING);
        rig.time.advance(1);
        away = false;
        assertThat(rig.sweep()).isEqualTo(ONE_TOLD);
        assertThat(told).hasSize(1);
        rig.time.advance(100 * MINUTE);
        assertThat(rig.sweep()).isEqualTo(NOTHING);
    }

    @Test
    void aTargetThatStaysAwayIsGivenUpAfterADay() throws Exception {
        away = true;
        rig.runToEnd(named("a"));
        long ended = rig.time.nowMillis();

        while (notices("a") > 0) {
            rig.time.advance(MINUTE);
            rig.sweep();
        }

        assertThat(tries).isEqualTo(1 + Ending.MOST_NOTICES);
        assertThat(rig.time.nowMillis() - ended).isBetween(20 * 60 * MINUTE, 30 * 60 * MINUTE);
        assertThat(rig.log.get(rig.log.size() - 1))
                .contains("\"longhaul\":\"end not told\"", "\"chain\":\"a\"", "\"tries\":30", "connection refused");
        rig.time.advance(100 * MINUTE);
        assertThat(rig.sweep()).isEqualTo(NOTHING);
    }

    @Test
    void aTargetThatIsSilentKeepsASweepFromNoChain() throws Exception {
        away = true;
        for (int i = 0; i < 20; i++) {
            rig.runToEnd(named("chain " + i));
        }
        tries = 0;
        silence = 5_000;
        rig.time.advance(10 * MINUTE);
        long before = rig.time.nowMillis();

        assertThat(rig.sweep().notSent()).isEqualTo(20);

        assertThat(rig.time.nowMillis() - before).isEqualTo(10_000);
        assertThat(tries).isEqualTo(2);
        away = false;
        rig.time.advance(10 * MINUTE);
        assertThat(rig.sweep().told()).isEqualTo(20);
    }

    @Test
    void anEndIsToldAgainWhereThatItWasToldCouldNotBeNoted() throws Exception {
        StoppingStore store = new StoppingStore(rig.store);
        rig.store = store;
        rig.ends = new Ends(event -> {
            told.add(event);
            store.beforeWrite = next -> {
                throw new StoreUnavailableException("away", null);
            };
        });
        rig.runToEnd(named("a"));
        store.beforeWrite = next -> {};

        rig.time.advance(MINUTE);
        rig.ends = new Ends(told::add);
        assertThat(rig.sweep()).isEqualTo(ONE_TOLD);

        assertThat(told).hasSize(2).containsOnly(told.get(0));
    }

    @Test
    void whatIsStoppedWhileItWaitsIsToldByTheSweeper() throws Exception {
        rig.runs(
                new CountingJob(options.build(), 5, (count, hop) -> hop.pauseUntil(rig.time.nowMillis() + 9 * MINUTE)));
        rig.deliver(named("a"));

        rig.control().requestStop("Count", "a", "enough");

        assertThat(told).isEmpty();
        assertThat(rig.sweep()).isEqualTo(ONE_TOLD);
        assertThat(told).singleElement().asString().contains("\"status\":\"STOPPED\",\"reason\":\"StopRequested\"");
    }

    @Test
    void aChainThatIsResumedIsToldOfAgain() throws Exception {
        boolean[] broken = {true};
        rig.runs(new CountingJob(options.build(), 5, (count, hop) -> {
            if (broken[0]) {
                throw new IllegalStateException("broken");
            }
        }));
        rig.runToEnd(named("a"));
        broken[0] = false;

        rig.control().resume("Count", "a");
        while (!rig.queue.isEmpty()) {
            rig.deliver(rig.queue.remove().event());
        }

        assertThat(rig.record("a").status()).isEqualTo(ChainStatus.COMPLETED);
        assertThat(told).hasSize(2).doesNotHaveDuplicates();
        assertThat(told.get(1)).contains("\"status\":\"COMPLETED\"").contains("\"id\":\"Count/a/1000000000/");
    }

    @Test
    void aChainThatTheSweeperGivesUpIsToldOf() throws Exception {
        rig.runs(new CountingJob(options.build(), 90, (count, hop) -> rig.time.advance(1_000)));
        rig.deliver(named("a"));

        while (!rig.record("a").status().terminal()) {
            rig.time.advance(10 * MINUTE);
            rig.sweep();
        }
        rig.sweep();

        assertThat(told).singleElement().asString().contains("\"reason\":\"NeverClaimed\"");
    }

    @Test
    void aSweeperWithoutTheTargetSaysSo() throws Exception {
        away = true;
        rig.runToEnd(named("a"));
        rig.ends = Ends.UNTOLD;
        rig.time.advance(MINUTE);

        assertThat(rig.sweep()).isEqualTo(ONE_NOT_SENT);

        assertThat(rig.log.get(rig.log.size() - 1)).contains("LONGHAUL_EVENTS is not set here.");
    }

    @Test
    void aHopWithoutTimeLeavesItToTheSweeper() throws Exception {
        JobOptions hasty = options.safeMillis(2_000).tickMillis(500).build();
        rig.runs(new CountingJob(hasty, 5, (count, hop) -> rig.time.advance(count == 5 ? 52_000 : 1_000)));
        rig.runToEnd(named("a"));

        assertThat(told).isEmpty();
        rig.time.advance(MINUTE);
        assertThat(rig.sweep()).isEqualTo(ONE_TOLD);
    }

    private int notices(String chain) {
        return rig.record(chain).ending().notices();
    }

    private static String named(String name) {
        return "{\"longhaul\":{\"v\":1,\"start\":\"" + name + "\"}}";
    }
}
