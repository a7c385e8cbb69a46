package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Faults of jobs that are the same in every run, or show in no short one: that they are found all the same. */
class TrapsTest {

    @Test
    void aJobThatFailsEachTimeIsFound() {
        ChainTester<?> tester = ChainTester.of(new Traps_AlwaysThrowsHandler());

        assertThatThrownBy(tester::killAtEveryPoint)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "chain start-0 of AlwaysThrows: expected COMPLETED, and undisturbed it was FAILED by"
                                + " java.lang.IllegalStateException: no such page\nMend the job, or name another end by"
                                + " expectFailed or expectStopped.\nWhat happened:\n0:00:00.000  start-0 ");
    }

    @Test
    void aJobThatIsToFailMayDoSo() {
        KillReport report = ChainTester.of(new Traps_AlwaysThrowsHandler())
                .expectFailed(IllegalStateException.class)
                .killAtEveryPoint();

        assertThat(report.runs()).isEqualTo(2 * report.points()).isPositive();
        assertThatThrownBy(
                        ChainTester.of(new Traps_AlwaysThrowsHandler()).expectFailed(IllegalArgumentException.class)
                                ::killAtEveryPoint)
                .hasMessageContaining("expected FAILED by java.lang.IllegalArgumentException, and undisturbed it was");
    }

    @Test
    void aJobThatIsToBeStoppedMayBe() {
        ChainTester.of(new Traps_EndlessHandler())
                .stepTakes(Duration.ofMinutes(4))
                .expectStopped("MaxHops")
                .killAtEveryPoint();
    }

    /** No run of it is long enough for a handoff, and one that is killed does all of it again. */
    @Test
    void progressThatIsNotSavedIsFoundByAHandoffAfterEveryStep() {
        String message = """
                with a handoff after every step, the chain came to another end than undisturbed:
                  status COMPLETED became STOPPED by MaxHops
                  After a handoff the step is done by a fresh object of the job: a field without @State is empty in it, \
                whatever a step or @OnStart has put there.
                """;
        assertThatThrownBy(ChainTester.of(new Traps_UnsavedProgressHandler())::killAtEveryPoint)
                .hasMessageStartingWith(message + "What happened:\n")
                .hasMessageContaining(" lines are left out here ...");
        assertThat(Path.of("../docs/testing.md")).content().contains(message);
    }

    @Test
    void aClientThatOnlyTheFirstHopHasIsFound() {
        assertThatThrownBy(ChainTester.of(new Traps_ClientOfTheStartHandler())::killAtEveryPoint)
                .hasMessageStartingWith("with a handoff after every step, the chain came to another end than")
                .hasMessageContaining("  status COMPLETED became FAILED by java.lang.NullPointerException\n");
    }

    @Test
    void effectsThatAreKeptBackBeyondACheckpointAreFound() {
        Set<Integer> written = new TreeSet<>();
        assertThatThrownBy(ChainTester.of(new Traps_KeepsBackHandler())
                        .beforeEach(written::clear)
                        .prepare(job -> job.sink = written::addAll)
                        .outcome(() -> written)::killAtEveryPoint)
                .hasMessageStartingWith("with a checkpoint after every step, killed ")
                .hasMessageContaining("  outcome [0, 1, 2, 3, 4, 5] became ");
    }

    @Test
    void aClockThatIsNotTheJobsOwnIsFound() {
        assertThatThrownBy(ChainTester.of(new Traps_MachineClockHandler())::killAtEveryPoint)
                .hasMessageContaining("two undisturbed runs came to different ends:\n  state last ")
                .hasMessageContaining("Let the job ask that instead of the machine's clock, and have a fake");
    }

    @Test
    void aTimeInTheStateMayBeLeftOut() {
        assertThatThrownBy(ChainTester.of(new Traps_HoldsATimeHandler())::killAtEveryPoint)
                .hasMessageContaining("  state left ");
        ChainTester.of(new Traps_HoldsATimeHandler()).ignoring("left").killAtEveryPoint();
        assertThatThrownBy(ChainTester.of(new Traps_HoldsATimeHandler()).ignoring("lefft")::killAtEveryPoint)
                .hasMessage("the state has no field \"lefft\" to be ignored. Its fields are n, left.");
    }
}
