package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.testing.Moving.Part;
import dev.longhaul.testing.Moving.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chains that start chains. */
class ChildrenTest {

    @Test
    void eachChildRunsOnceAndItsResultIsTaken() {
        Part.Handler part = new Part.Handler();

        ChainRun<Moving> run = tester(new Moving.Handler(Plan.of(20, 5)), part).run();

        run.assertCompleted().assertResult("1900");
        assertThat(part.isAllDone(20)).isTrue();
        assertThat(run.children()).hasSize(20).allMatch(child -> child.status() == ChainStatus.COMPLETED);
        assertThat(run.children()).extracting(ChainRecord::chainId).contains("start-0/part 7");
        assertThat(run.job().ended).hasSize(20).doesNotContainValue("completed and completed");
    }

    @Test
    void itIsTheSameWhereverParentAndChildrenDie() {
        Part.Handler part = new Part.Handler(2);

        KillReport report = tester(new Moving.Handler(Plan.of(4, 2)), part)
                .beforeEach(part.work::clear)
                .outcome(() -> part.work)
                .killAtEveryPoint();

        assertThat(report.points()).isGreaterThan(200);
    }

    @Test
    void tenThousandChildrenAreJoinedByASmallRecordInFewHops() {
        Moving.Handler moving = new Moving.Handler(Plan.of(10_000, 100));
        Part.Handler part = new Part.Handler();

        ChainRun<Moving> run =
                tester(moving, part).patience(Duration.ofMinutes(5)).run();

        run.assertCompleted().assertResult("499950000").assertJob("all ended", job -> job.parts.ended() == 10_000);
        assertThat(part.isAllDone(10_000)).isTrue();
        assertThat(run.children())
                .hasSize(10_000)
                .allMatch(child -> child.usage().claims() == 1);
        assertThat(moving.longestState).isLessThan(20_000);
        assertThat(run.hops()).isLessThan(500);
    }

    @Test
    void theParentLearnsWhichFailedAndWhy() {
        ChainRun<Moving> run =
                tester(new Moving.Handler(Plan.of(3, 3)), new Part.Handler(1)).run();

        run.assertCompleted().assertResult("20");
        Moving job = run.job();
        assertThat(job.parts.completed()).isEqualTo(2);
        assertThat(job.parts.failed()).isEqualTo(1);
        assertThat(job.parts.failures()).singleElement().satisfies(end -> {
            assertThat(end.name()).isEqualTo("part 1");
            assertThat(end.completed()).isFalse();
            assertThat(end.reason()).isEqualTo("java.lang.IllegalStateException: it is broken");
        });
    }

    @Test
    void aParentThatIsStoppedStopsItsChildrenWhereItSaysSo() {
        ChainRun<Moving> run = stoppedAfter(Duration.ofSeconds(5), true);

        run.assertStopped("StopRequested");
        assertThat(run.children()).hasSize(5).allMatch(child -> child.status() == ChainStatus.STOPPED);
    }

    @Test
    void aParentThatIsStoppedLeavesItsChildrenAloneWhereItSaysNothing() {
        ChainRun<Moving> run = stoppedAfter(Duration.ofSeconds(5), false);

        run.assertStopped("StopRequested");
        assertThat(run.children()).hasSize(5).allMatch(child -> child.status() == ChainStatus.COMPLETED);
    }

    private static ChainRun<Moving> stoppedAfter(Duration time, boolean stopWithParent) {
        return tester(new Moving.Handler(new Plan(20, 5, stopWithParent, true)), new Part.Handler())
                .stepTakes(Duration.ofSeconds(2))
                .with(Trouble.stopRequest(time, "enough"))
                .run();
    }

    @Test
    void aJobWithoutAFunctionFailsItsParentWithAReason() {
        ChainRun<Moving> run = ChainTester.of(new Moving.Handler(Plan.of(1, 1))).run();

        run.assertFailed(IllegalStateException.class);
        assertThat(run.failure().message()).contains("a child of the job Part could not be started");
    }

    /** Lambda delivers an event three times, and gives it up. */
    @Test
    void aStartEventThatIsLostIsSentAgain() {
        Part.Handler part = new Part.Handler();
        part.refusals = 3;

        ChainRun<Moving> run = tester(new Moving.Handler(Plan.of(1, 1)), part).run();

        run.assertCompleted().assertResult("0");
        assertThat(run.children()).hasSize(1);
        assertThat(run.took()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(20));
    }

    @Test
    void aParentIsWokenByItsChildren() {
        ChainRun<Moving> run =
                tester(new Moving.Handler(Plan.of(20, 5)), new Part.Handler()).run();

        run.assertCompleted();
        assertThat(run.took()).isLessThan(Duration.ofMinutes(3));
        assertThat(run.hops()).isLessThan(20);
    }

    @Test
    void aParentMayEndBeforeItsChildren() {
        ChainRun<Moving> run = tester(new Moving.Handler(new Plan(5, 5, false, false)), new Part.Handler())
                .run();

        run.assertCompleted();
        assertThat(run.children()).hasSize(5).allMatch(child -> child.status() == ChainStatus.COMPLETED);
    }

    @Test
    void aParentMayNotEndWhileChildrenWaitToBeStarted() {
        ChainRun<Moving> run = tester(new Moving.Handler(new Plan(5, 2, false, false)), new Part.Handler())
                .run();

        run.assertFailed(IllegalStateException.class);
        assertThat(run.failure().message()).contains("3 children wait to be started");
    }

    @Test
    void childrenAreRefusedThatWouldNotFitIntoTheRecord() {
        ChainRun<Moving> run = tester(new Moving.Handler(new Plan(5_000, 2, false, false)), new Part.Handler())
                .run();

        run.assertFailed(IllegalStateException.class);
        assertThat(run.failure().message())
                .contains("2000 children of the job Part")
                .contains("hasRoom()");
    }

    @Test
    void outsideOfAHopNoChildIsStarted() {
        Moving job = tester(new Moving.Handler(Plan.of(1, 1)), new Part.Handler())
                .run()
                .job();

        assertThatThrownBy(() -> job.parts.start("another", 1)).hasMessageContaining("in a hop");
        assertThat(List.of(job.parts.running(), job.parts.queued())).containsOnly(0);
    }

    private static ChainTester<Moving> tester(Moving.Handler moving, Part.Handler part) {
        return ChainTester.of(moving).child(part);
    }
}
