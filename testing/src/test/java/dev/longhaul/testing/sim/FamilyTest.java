package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Parents and their children in worlds from random seeds, and in one in which everything goes wrong at every point in turn.
 * {@code -Dlonghaul.chains} and {@code -Dlonghaul.seed} are those of {@link RandomChainsTest}.
 */
class FamilyTest {

    private static final long CHAINS = Long.getLong("longhaul.chains", 10_000);

    @Test
    void aChildThatDiesBeforeItLooksForItsParentLooksWhenItIsDeliveredAgain() {
        // Its parent had been stopped; the second delivery found the claim of the first and did not look.
        assertThat(FamilyProof.run(644)).isPositive();
    }

    @Test
    void aChildIsStoppedThatWasStartedBehindTheLastCommit() {
        // The parent died behind the start, and was stopped with a state that has the child as waiting.
        assertThat(FamilyProof.run(250)).isPositive();
    }

    @Test
    void aParentWhoseStepOverrunsAtABoundStopsItsChildren() {
        assertThat(FamilyProof.run(188)).isPositive();
    }

    @Test
    void everyInvariantHoldsInEveryWorld() {
        Long replay = Long.getLong("longhaul.seed");
        if (replay != null) {
            assertThat(FamilyProof.run(replay)).isPositive();
            return;
        }
        long seed = new SplittableRandom().nextLong();
        System.out.println("worlds with families from seed " + seed);
        long chains = 0;
        while (chains < CHAINS) {
            chains += FamilyProof.run(seed++);
        }
        assertThat(chains).isGreaterThanOrEqualTo(CHAINS);
    }

    @TestFactory
    Stream<DynamicTest> everyFaultAtEveryPoint() {
        List<Fault> faults = List.of(
                new Fault.CrashBefore(),
                new Fault.CrashAfter(),
                new Fault.Refused(),
                new Fault.AnswerLost(),
                new Fault.Stall(12_000),
                new Fault.StopRequested("enough"));
        int points = run(-1, Fault.NONE);
        return faults.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> {
                    for (int point = 0; point < points; point++) {
                        run(point, fault);
                    }
                    assertThat(points).as("points of a family").isGreaterThan(50);
                }));
    }

    private static int run(int at, Fault fault) {
        FamilyJob job = new FamilyJob(new FamilyJob.Nature(4, 2, 2, true, true, false, Integer.MAX_VALUE, 0));
        FamilyStore store = new FamilyStore(job, fault.equals(Fault.NONE));
        Transcript transcript = Transcript.kept();
        FaultPlan plan = new FaultPlan() {
            @Override
            public Fault at(Point point) {
                boolean senseless = point.call() == Point.Call.STEP && fault instanceof Fault.AnswerLost;
                return point.number() == at && !senseless ? fault : Fault.NONE;
            }
        };
        World world = new World(store, job.parents(), Tempo.steps(step -> 1_000), plan, Proof.GRACES, transcript);
        world.add(job.children());
        world.start("{}", 0);
        FamilyProof.check(world, store, true, fault + " at point " + at, transcript);
        return world.points();
    }
}
