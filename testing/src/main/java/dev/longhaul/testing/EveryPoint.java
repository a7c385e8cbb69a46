package dev.longhaul.testing;

import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.testing.sim.Fault;
import dev.longhaul.testing.sim.FaultPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a job undisturbed and then once for every point at which it could die: as it is, with a checkpoint after every
 * step, and with a handoff after every step. All must come to one end.
 */
final class EveryPoint<J> {

    private final Supplier<FaultPlan> troubles;
    private final BiFunction<FaultPlan, Way, Execution<J>> runs;
    private final Function<ChainRun<J>, Comparison> comparison;
    private int points;
    private int deaths;

    /**
     * The runs of a job.
     *
     * @param troubles what goes wrong in each of them
     * @param runs runs the job
     * @param comparison what a run is compared by
     */
    EveryPoint(
            Supplier<FaultPlan> troubles,
            BiFunction<FaultPlan, Way, Execution<J>> runs,
            Function<ChainRun<J>, Comparison> comparison) {
        this.troubles = troubles;
        this.runs = runs;
        this.comparison = comparison;
    }

    /** Kills the job everywhere. */
    KillReport kill(ChainEnd expected) {
        ChainRun<J> calm = undisturbed(Way.AS_IT_IS).run();
        Comparison end = comparison.apply(calm);
        if (!end.ending().equals(expected)) {
            throw new AssertionError(calm.told("expected " + expected + ", and undisturbed it was " + end.ending()
                    + calm.reason() + "\nMend the job, or name another end by expectFailed or expectStopped."));
        }
        compareWithAnother(end);
        boolean completes = expected.status() == ChainStatus.COMPLETED;
        Map<Way, Integer> ways = new LinkedHashMap<>();
        for (Way way : List.of(Way.AS_IT_IS, Way.CHECKPOINTS, Way.handoffs(completes ? calm.steps() : 0))) {
            Execution<J> undisturbed = undisturbed(way);
            compare(end, undisturbed, way.words(), way.hint());
            ways.put(way, undisturbed.points());
        }
        ways.forEach((way, count) -> killAtEach(end, way, count));
        return new KillReport(points, deaths);
    }

    private Execution<J> undisturbed(Way way) {
        return runs.apply(troubles.get(), way);
    }

    private void compareWithAnother(Comparison end) {
        ChainRun<J> again = undisturbed(Way.AS_IT_IS).run();
        String difference = end.differenceTo(comparison.apply(again));
        if (!difference.isEmpty()) {
            throw new AssertionError(again.told("two undisturbed runs came to different ends:\n" + difference
                    + "A run depends on its event and on JobContext.now(). Let the job ask that instead of the machine's"
                    + " clock, and have a fake for what is random."));
        }
    }

    private void killAtEach(Comparison end, Way way, int count) {
        String to = way.words().isEmpty() ? "" : way.words() + ", ";
        for (int number = 0; number < count; number++) {
            for (Fault death : List.of(new Fault.CrashBefore(), new Fault.CrashAfter())) {
                String when = death instanceof Fault.CrashBefore ? "before" : "after";
                Execution<J> killed = runs.apply(new Killing(troubles.get(), number, death), way);
                compare(end, killed, to + "killed " + when + " point " + number + " of " + count, "");
                deaths++;
            }
        }
        points += count;
    }

    private void compare(Comparison end, Execution<J> execution, String when, String hint) {
        ChainRun<J> run = execution.run();
        String difference = end.differenceTo(comparison.apply(run));
        if (!difference.isEmpty()) {
            throw new AssertionError(when + ", the chain came to another end than undisturbed:\n" + difference + hint
                    + "What happened:\n" + run.excerpt());
        }
    }
}
