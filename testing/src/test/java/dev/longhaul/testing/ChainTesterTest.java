package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.testing.Payments.Style;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The tester as the authors of jobs use it. */
class ChainTesterTest {

    private final TreeMap<String, Integer> paid = new TreeMap<>();
    private final List<Integer> tries = new ArrayList<>();

    @Test
    void aDaysChainIsRunInVirtualTime() {
        ChainRun<Payments> run = tester(Style.GOOD)
                .event("8000")
                .stepTakes(Duration.ofSeconds(10))
                .run();

        run.assertCompleted()
                .assertHops(96)
                .assertSteps(8_000)
                .assertResult("8000")
                .assertJob("all payments done", job -> job.next == 8_000);
        assertThat(run.took()).isBetween(Duration.ofHours(22), Duration.ofHours(24));
        assertThat(paid).hasSize(8_000);
    }

    @Test
    void aJobThatKeepsItsPromisesMayDieAnywhere() {
        KillReport report = tester(Style.GOOD)
                .event("20")
                .stepTakes(Duration.ofMinutes(2))
                .beforeEach(paid::clear)
                .outcome(() -> paid)
                .killAtEveryPoint();

        assertThat(report.points()).isGreaterThan(60);
        assertThat(report.runs()).isEqualTo(2 * report.points());
    }

    @Test
    void aWaitOfAMonthTakesNoTimeAndCostsNothing() {
        ChainRun<Payments> run = tester(Style.MONTHLY).event("12").run();

        run.assertCompleted().assertHops(12).assertSteps(12);
        assertThat(run.took()).isBetween(Duration.ofDays(330), Duration.ofDays(331));
        assertThat(run.chain().billedMillis()).isLessThan(60_000);
    }

    @Test
    void aJobThatWaitsMayDieAnywhere() {
        KillReport report = tester(Style.MONTHLY)
                .event("3")
                .beforeEach(paid::clear)
                .outcome(() -> paid)
                .killAtEveryPoint();

        assertThat(report.points()).isGreaterThan(30);
    }

    @Test
    void aSignalWakesAChainAtOnce() {
        ChainRun<Payments> run = tester(Style.APPROVED)
                .event("2")
                .signal("approved", "1", Duration.ofDays(3))
                .signal("approved", "1", Duration.ofDays(5))
                .run();

        run.assertCompleted().assertJob("both approved", job -> job.approved == 2);
        assertThat(run.took()).isBetween(Duration.ofDays(5), Duration.ofDays(5).plusMinutes(1));
    }

    @Test
    void aJobThatTakesSignalsMayDieAnywhere() {
        KillReport report = tester(Style.APPROVED)
                .event("2")
                .signal("approved", "1", Duration.ofDays(3))
                .signal("approved", "1", Duration.ofDays(5))
                .beforeEach(paid::clear)
                .outcome(() -> paid)
                .killAtEveryPoint();

        assertThat(report.points()).isGreaterThan(60);
    }

    @Test
    void anEffectWithoutAKeyOfItsOwnIsFound() {
        ChainTester<Payments> tester = tester(Style.KEYED_BY_TRY)
                .event("3")
                .beforeEach(tries::clear)
                .prepare(job -> job.bank = (key, payment) -> tries.add(payment))
                .outcome(() -> tries);

        String message = """
                killed after point 2 of 7, the chain came to another end than undisturbed:
                  outcome [0, 1, 2] became [0, 0, 1, 2]
                What happened:
                0:00:00.000  start-0   delivery 1 of 3
                0:00:00.000  start-0   claimed, hop 0, epoch 1, steps 0, takeover false
                0:00:01.000  start-0   is killed after a step (point 2)
                0:00:01.000  start-0   died
                0:01:01.000  start-0   delivery 2 of 3
                0:01:01.000  start-0   claimed, hop 0, epoch 2, steps 0, takeover true
                0:01:04.000  start-0   completed, hop 0, steps 3, billedMillis 64000
                0:01:04.000  start-0   answered COMPLETED, hop 0""";
        assertThatThrownBy(tester::killAtEveryPoint)
                .isInstanceOf(AssertionError.class)
                .hasMessage(message);
        assertThat(Path.of("../docs/testing.md")).content().contains(message);
    }

    @Test
    void aFieldThatIsNotSavedIsFound() {
        ChainTester<Payments> tester = tester(Style.FORGETFUL).event("30");

        assertThatThrownBy(tester::killAtEveryPoint)
                .hasMessageContaining("  status COMPLETED became STOPPED by MaxHops\n")
                .hasMessageContaining("What happened:");
    }

    @Test
    void aJobMayDieInTheMiddleOfAStep() {
        ChainTester<Payments> tester = tester(Style.KEYED_BY_TRY)
                .event("2")
                .beforeEach(tries::clear)
                .prepare((job, points) -> job.bank = (key, payment) -> {
                    tries.add(payment);
                    points.pass("the bank has paid " + payment);
                });

        assertThat(tester.run().assertCompleted().transcript()).contains("start-0   the bank has paid 1");
        assertThat(tester.killAtEveryPoint().points())
                .as("a point for each step and each payment, on three ways")
                .isGreaterThanOrEqualTo(3 * 8);
    }

    @Test
    void aStepThatWorksUntilItShouldYieldHandsOffInTime() {
        ChainRun<Payments> run = tester(Style.FREE_RUNNING)
                .event("2000")
                .unitTakes(Duration.ofSeconds(1))
                .run();

        run.assertCompleted().assertHops(3);
        assertThat(paid).hasSize(2_000);
    }

    @Test
    void aStepThatNeverEndsIsShown() {
        AtomicBoolean closed = new AtomicBoolean();
        ChainTester<Payments> tester = tester(Style.STUCK)
                .event("1")
                .patience(Duration.ofMillis(1))
                .prepare(job -> job.bank = (key, payment) -> {
                    if (closed.get()) {
                        throw new IllegalStateException("closed");
                    }
                });

        assertThatThrownBy(tester::run)
                .hasMessageStartingWith("the run has not ended after 0 s of real time. Does a step wait");
        closed.set(true);
    }

    @Test
    void aJobThatNeverEndsIsStoppedByItsBounds() {
        JobOptions options = JobOptions.named("Payments").maxHops(2).build();

        ChainRun<Payments> run = ChainTester.of(Payments.handler(Style.ENDLESS, options))
                .event("1")
                .run();

        run.assertStopped("MaxHops").assertHops(2);
        assertThatThrownBy(run::assertCompleted)
                .hasMessageStartingWith(
                        "chain start-0 of Payments: expected COMPLETED, and it was STOPPED by MaxHops: ")
                .hasMessageContaining("\nWhat happened:\n0:00:00.000  start-0   delivery 1 of 1\n");
    }

    @Test
    void anEventThatTheJobCantReadBeginsNoChain() {
        assertThatThrownBy(tester(Style.GOOD).event("\"many\"")::run)
                .hasMessageStartingWith("no chain was begun\nWhat happened:")
                .hasMessageContaining("threw ");
    }

    private ChainTester<Payments> tester(Style style) {
        return ChainTester.of(Payments.handler(style))
                .prepare(job -> job.bank = (key, payment) -> paid.put(key, payment));
    }
}
