package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.problem.Report;
import java.util.List;

/** All rules, in the order in which their problems are told. They are independent: each finds its own. */
public final class Checks {

    private final List<Check> checks;

    /** The rules of the catalogue. */
    public Checks() {
        checks = List.of(
                new JobClassCheck(),
                new RangeCheck(),
                new TimingCheck(),
                new StepCheck(),
                new TerminateCheck(),
                new StateCheck(),
                new HookCheck(),
                new CostCheck());
    }

    /** Looks at a job with every rule. */
    public void check(Job job, Report report) {
        for (Check check : checks) {
            check.check(job, report);
        }
    }
}
