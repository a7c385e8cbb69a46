package dev.longhaul.processor.check;

import dev.longhaul.processor.form.Deployed;
import dev.longhaul.processor.form.Forms;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.prices.Prices;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** All rules, in the order in which their problems are told. They are independent: each finds its own. */
public final class Checks {

    private final List<Check> checks;

    /**
     * The rules of the catalogue.
     *
     * @param prices what the worst case is reckoned by
     * @param deployed what deployed versions store, or null where nobody says
     * @param forms what the jobs store
     */
    public Checks(Prices prices, @Nullable Deployed deployed, Forms forms) {
        checks = List.of(
                new JobClassCheck(),
                new RangeCheck(),
                new EnvironmentCheck(),
                new TimingCheck(),
                new StepCheck(),
                new RetryCheck(),
                new TerminateCheck(),
                new StateCheck(),
                new FormerNameCheck(),
                new HookCheck(),
                new SignalCheck(),
                new ChildrenCheck(),
                new DeployedCheck(deployed, forms),
                // Last: what a job can come to is told only where nothing is wrong.
                new CostCheck(prices));
    }

    /** Looks at a job with every rule. */
    public void check(Job job, Report report) {
        if (job.type().getKind() != ElementKind.CLASS) {
            // What else is wrong with it follows from that.
            report.add(jobNotAClass(job.at(), job.type().getKind()));
            return;
        }
        for (Check check : checks) {
            check.check(job, report);
        }
    }

    /** The annotation stands on an interface, an enum, a record or an annotation. */
    private static Problem jobNotAClass(Located<String> job, ElementKind kind) {
        return Problem.error(
                ProblemId.JobNotAClass,
                job.value() + " is of the kind "
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ", and a job is a class. Annotate a class.",
                job);
    }
}
