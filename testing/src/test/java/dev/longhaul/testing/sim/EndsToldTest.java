package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Ending;
import dev.longhaul.runtime.protocol.Graces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An end is told whatever goes wrong: a fault of each kind at each point of a chain, the telling and what notes it among them,
 * and the same where nothing is delivered again, so that the sweeper has it.
 */
class EndsToldTest {

    private static final int STEPS = 12;

    @TestFactory
    Stream<DynamicTest> whateverGoesWrongAtWhateverPoint() {
        List<Fault> faults = List.of(
                new Fault.CrashBefore(),
                new Fault.CrashAfter(),
                new Fault.Refused(),
                new Fault.AnswerLost(),
                new Fault.Stall(12_000),
                new Fault.Stall(120_000),
                new Fault.StopRequested("enough"));
        List<DynamicTest> tests = new ArrayList<>();
        for (long redelivery : new long[] {0, 3 * 3_600_000}) {
            int points = run(redelivery, -1, Fault.NONE);
            for (Fault fault : faults) {
                tests.add(DynamicTest.dynamicTest(fault + ", delivered again after " + redelivery + " ms", () -> {
                    for (int point = 0; point < points; point++) {
                        run(redelivery, point, fault);
                    }
                    assertThat(points).isGreaterThan(20);
                }));
            }
        }
        return tests.stream();
    }

    private static int run(long redelivery, int at, Fault fault) {
        List<String> told = new ArrayList<>();
        SimDatabase database = new SimDatabase(true);
        ProofJob job = new ProofJob(Proof.OPTIONS, new ProofJob.Nature(STEPS, false, 0), database);
        InvariantStore store = Proof.roomyStore(job, database);
        Transcript transcript = Transcript.kept();
        World world = new World(
                store, job, Tempo.steps(step -> 1_000), plan(redelivery, at, fault), Graces.STANDARD, transcript);
        world.tellEnds(told::add);
        world.start("{}", 0);
        String name = fault + " at point " + at + ", delivered again after " + redelivery + " ms";
        Proof.check(world, store, 1, name, transcript);
        ChainRecord end = store.list("Proof", 2).chains().get(0);
        assertThat(end.ending().notices()).as(name).isEqualTo(Ending.SETTLED);
        assertThat(told)
                .as(name + "\n" + transcript.excerpt())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event)
                        .isEqualTo(told.get(0))
                        .contains("\"chain\":\"" + end.chainId() + "\",\"status\":\"" + end.status() + "\""));
        return world.points();
    }

    private static FaultPlan plan(long redelivery, int at, Fault fault) {
        return new FaultPlan() {
            @Override
            public Fault at(Point point) {
                boolean senseless = point.call() == Point.Call.STEP && fault instanceof Fault.AnswerLost;
                return point.number() == at && !senseless ? fault : Fault.NONE;
            }

            @Override
            public long redeliveryDelay(int attempt) {
                return redelivery;
            }
        };
    }
}
