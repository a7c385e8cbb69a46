package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.engine.HopAnswer.Status;
import dev.longhaul.runtime.job.JobOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps that throw, steps that overrun, bounds that end a chain. */
class FailureTest {

    private final JobOptions.Builder options =
            JobOptions.named("Count").timeoutMillis(10_000).safeMillis(3_000).tickMillis(500);
    private final Rig rig = new Rig();

    @Test
    void aStepThatThrowsIsTriedAgainOnAFreshObject() throws Exception {
        List<Long> numbers = new ArrayList<>();
        CountingJob job = new CountingJob(options.build(), 5, (count, hop) -> {
            if (count == 3) {
                numbers.add(hop.stepNumber());
                if (numbers.size() < 3) {
                    throw new IllegalStateException("not yet");
                }
            }
        });
        rig.runs(job);

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.COMPLETED);

        assertThat(numbers).containsExactly(2L, 2L, 2L);
        assertThat(job.calls).filteredOn("create"::equals).hasSize(3);
        assertThat(job.calls).filteredOn("close"::equals).hasSize(3);
    }

    @Test
    void aStepThatAlwaysThrowsFailsTheChainFromItsLastCheckpoint() throws Exception {
        CountingJob job = new CountingJob(options.build(), 9, (count, hop) -> {
            rig.time.advance(1_000);
            if (count == 5) {
                throw new IllegalStateException("payment 5 has no currency");
            }
        });
        rig.runs(job);

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.FAILED);

        ChainRecord record = rig.record("request-0");
        assertThat(record.failure().kind()).isEqualTo("java.lang.IllegalStateException");
        assertThat(record.failure().message()).isEqualTo("payment 5 has no currency");
        assertThat(record.state().json()).isEqualTo("{\"count\":4}");
        assertThat(job.calls).contains("fail payment 5 has no currency");
        assertThat(rig.logged()).filteredOn("attempt failed"::equals).hasSize(8);
    }

    @Test
    void attemptsAreCountedAcrossTheDeathOfAHop() throws Exception {
        int[] tries = {0};
        JobOptions thrice = options.retry(3, 100, 100).build();
        CountingJob job = new CountingJob(thrice, 9, (count, hop) -> {
            if (++tries[0] == 2) {
                throw new Killed();
            }
            throw new IllegalStateException("always");
        });
        rig.runs(job);

        try {
            rig.deliver("{}", "a");
        } catch (Killed e) {
            assertThat(rig.deliver("{}", "a").status()).isEqualTo(Status.FAILED);
        }

        assertThat(tries[0]).isEqualTo(4);
    }

    @Test
    void theHopsAreBounded() throws Exception {
        CountingJob job = new CountingJob(options.maxHops(3).build(), 1_000, (count, hop) -> rig.time.advance(1_000));
        rig.runs(job);

        assertThat(rig.runToEnd("{}").status()).isEqualTo(Status.STOPPED);

        ChainRecord record = rig.record("request-0");
        assertThat(record.failure().kind()).isEqualTo("MaxHops");
        assertThat(record.state().json()).isEqualTo("{\"count\":21}");
        assertThat(job.calls).filteredOn(call -> call.startsWith("fail ")).hasSize(1);
    }

    @Test
    void theCostIsBounded() throws Exception {
        // A second at 1,769 MB costs some $0.000023: the bound is met in the third hop, and not only at its end.
        CountingJob job =
                new CountingJob(options.maxCostUsd(0.0004).build(), 1_000, (count, hop) -> rig.time.advance(1_000));
        rig.runs(job);

        assertThat(rig.runToEnd("{}")).isEqualTo(new HopAnswer("request-0", 2, Status.STOPPED, 18));
        assertThat(rig.record("request-0").failure().kind()).isEqualTo("MaxCost");
    }

    @Test
    void theDurationIsBounded() throws Exception {
        CountingJob job = new CountingJob(
                options.maxDurationMillis(9_500).build(), 1_000, (count, hop) -> rig.time.advance(1_000));
        rig.runs(job);
        long begun = rig.time.nowMillis();

        assertThat(rig.runToEnd("{}")).isEqualTo(new HopAnswer("request-0", 1, Status.STOPPED, 10));

        assertThat(rig.time.nowMillis() - begun).isEqualTo(10_000);
        assertThat(rig.record("request-0").failure().kind()).isEqualTo("MaxDuration");
        assertThat(job.calls)
                .contains("fail " + rig.record("request-0").failure().message());
    }

    @Test
    void theDurationEndsALongStepToo() throws Exception {
        rig.runs(new CountingJob(options.maxDurationMillis(2_000).build(), 1_000, (count, hop) -> {
            while (!hop.shouldYield()) {
                rig.time.advance(100);
            }
        }));

        assertThat(rig.runToEnd("{}")).isEqualTo(new HopAnswer("request-0", 0, Status.STOPPED, 1));
    }

    @Test
    void theDurationGoesOnWhileNobodyRuns() throws Exception {
        rig.runs(new CountingJob(
                options.maxDurationMillis(60_000).build(), 1_000, (count, hop) -> rig.time.advance(1_000)));
        rig.deliver("{}");
        rig.time.advance(60_000);

        HopAnswer late = rig.deliver(rig.queue.remove().event());

        assertThat(late).isEqualTo(new HopAnswer("request-0", 1, Status.STOPPED, 7));
    }

    @Test
    void anOverrunningStepIsLeftBehindAndItsChainGoesOn() throws Exception {
        CountingJob job = new CountingJob(options.build(), 4, (count, hop) -> {
            boolean slow = count == 3 && hop.hop() == 0;
            rig.time.advance(slow ? 9_000 : 100);
        });
        rig.runs(job);

        HopAnswer answer = rig.runToEnd("{}");

        assertThat(answer).isEqualTo(new HopAnswer("request-0", 1, Status.COMPLETED, 4));
        assertThat(rig.logged()).containsSubsequence("overran", "handed off", "claimed", "completed");
        assertThat(rig.log).anyMatch(line -> line.contains("overran") && line.contains("FailureTest"));
    }

    @Test
    void aStepThatNearlyOverranIsToldWithWhatToDo() throws Exception {
        rig.runs(new CountingJob(options.build(), 9, (count, hop) -> rig.time.advance(4_400)));

        rig.runToEnd("{}");

        // 10 s, of which 3 s are kept: the second step returns with 1.2 s left.
        assertThat(rig.logged()).containsSubsequence("near miss", "handed off");
        assertThat(rig.log)
                .anyMatch(line -> line.contains("near miss")
                        && line.contains("\"lateMillis\":1800,\"safeMillis\":3000,")
                        && line.contains("went on for 1800 ms after the hop was to end")
                        && line.contains("Raise safeMillis, or return from the step when JobContext.shouldYield()"))
                .anyMatch(line -> line.contains("handed off") && line.contains("\"lateMillis\":1800"));
    }

    @Test
    void aStepThatReturnsInTimeIsNoNearMiss() throws Exception {
        rig.runs(new CountingJob(options.build(), 20, (count, hop) -> rig.time.advance(1_100)));

        rig.runToEnd("{}");

        assertThat(rig.logged()).contains("handed off").doesNotContain("near miss");
        assertThat(rig.log).anyMatch(line -> line.contains("handed off") && line.contains("\"lateMillis\":700"));
    }

    @Test
    void aChainWhoseStepNeverFitsAHopIsStopped() throws Exception {
        CountingJob job = new CountingJob(options.build(), 4, (count, hop) -> rig.time.advance(60_000));
        rig.runs(job);

        rig.runToEnd("{}");

        ChainRecord record = rig.record("request-0");
        assertThat(record.status()).isEqualTo(ChainStatus.STOPPED);
        assertThat(record.failure().kind()).isEqualTo("MaxStalledHops");
        assertThat(record.hop()).isEqualTo(2);
    }

    @Test
    void aTimeoutBelowTheDeclaredOneFailsTheChainInsteadOfHopping() throws Exception {
        rig.runs(new CountingJob(options.build(), 4, (count, hop) -> {}));

        HopAnswer answer = rig.deliver("{}", "a", 3_000);

        assertThat(answer.status()).isEqualTo(Status.FAILED);
        assertThat(rig.record("a").failure().message())
                .isEqualTo("the invocation began with 3000 ms left, and safeMillis is 3000: no step would ever run."
                        + " Set the function's timeout to the declared 10 s.");
        assertThat(rig.queue).isEmpty();
    }
}
