package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.testing.sim.Point.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A chain of several hops that goes wrong at every point in turn, in every way, combined with every way in which AWS can
 * go on. The invariants are checked after every write.
 */
class ExhaustiveTest {

    private static final int STEPS = 24;

    /** How Lambda goes on after an invocation that failed, and what else it may do. */
    private enum Aftermath {
        REDELIVERED_AT_ONCE(0, -1),
        REDELIVERED_LATE(300_000, -1),
        DUPLICATE_WHILE_THE_FIRST_RUNS(60_000, 500),
        DUPLICATE_LONG_AFTER(60_000, 200_000),
        /** Later than all sweeps: the sweeper has it. */
        SWEPT(3 * 3_600_000, -1);

        private final long redelivery;
        private final long duplicate;

        Aftermath(long redelivery, long duplicate) {
            this.redelivery = redelivery;
            this.duplicate = duplicate;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFaultAtEveryPoint() {
        List<Fault> faults = List.of(
                new Fault.CrashBefore(),
                new Fault.CrashAfter(),
                new Fault.Refused(),
                new Fault.AnswerLost(),
                new Fault.Stall(4_000),
                new Fault.Stall(12_000),
                new Fault.Stall(120_000));
        List<DynamicTest> tests = new ArrayList<>();
        for (Aftermath aftermath : Aftermath.values()) {
            int points = run(aftermath, -1, Fault.NONE);
            for (Fault fault : faults) {
                tests.add(DynamicTest.dynamicTest(fault + ", " + aftermath, () -> {
                    for (int point = 0; point < points; point++) {
                        run(aftermath, point, fault);
                    }
                    assertThat(points).as("points of a chain of several hops").isGreaterThan(50);
                }));
            }
        }
        return tests.stream();
    }

    /** Two faults: whatever mends the first one goes wrong as well. */
    @TestFactory
    Stream<DynamicTest> everyCrashFollowedByAnotherOne() {
        return Stream.of(Aftermath.values())
                .map(aftermath -> DynamicTest.dynamicTest("two crashes, " + aftermath, () -> {
                    int points = run(aftermath, -1, Fault.NONE);
                    for (int first = 0; first < points; first++) {
                        for (int second = first + 1; second < first + 12; second++) {
                            twoCrashes(aftermath, first, second);
                        }
                    }
                    assertThat(points).isPositive();
                }));
    }

    private static void twoCrashes(Aftermath aftermath, int first, int second) {
        run(
                plan(
                        aftermath,
                        point -> point.number() == first
                                ? new Fault.CrashAfter()
                                : point.number() == second ? new Fault.CrashBefore() : Fault.NONE),
                "crashes at " + first + " and " + second + ", " + aftermath);
    }

    private static int run(Aftermath aftermath, int at, Fault fault) {
        return run(
                plan(aftermath, point -> {
                    boolean here = point.number() == at;
                    // The answer of a step can't be lost: what it returns is in its own memory.
                    boolean senseless = point.call() == Call.STEP && fault instanceof Fault.AnswerLost;
                    return here && !senseless ? fault : Fault.NONE;
                }),
                fault + " at point " + at + ", " + aftermath);
    }

    private static int run(FaultPlan plan, String name) {
        SimDatabase database = new SimDatabase(true);
        ProofJob job = new ProofJob(Proof.OPTIONS, new ProofJob.Nature(STEPS, false, 0), database);
        InvariantStore store = Proof.roomyStore(job, database);
        Transcript transcript = Transcript.kept();
        World world = new World(store, job, Tempo.steps(step -> 1_000), plan, Graces.STANDARD, transcript);
        world.start("{}", 0);
        Proof.check(world, store, 1, name, transcript);
        assertThat(store.list("Proof", 2).chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.status()).as(name).isEqualTo(ChainStatus.COMPLETED));
        return world.points();
    }

    private interface Decision {
        Fault at(Point point);
    }

    private static FaultPlan plan(Aftermath aftermath, Decision decision) {
        return new FaultPlan() {
            @Override
            public Fault at(Point point) {
                return decision.at(point);
            }

            @Override
            public long redeliveryDelay(int attempt) {
                return aftermath.redelivery;
            }

            @Override
            public long duplicateAfter() {
                return aftermath.duplicate;
            }
        };
    }
}
