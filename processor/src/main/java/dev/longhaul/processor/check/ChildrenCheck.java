package dev.longhaul.processor.check;

import dev.longhaul.processor.model.ChildrenField;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.model.Verdict.Unsupported;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import org.jspecify.annotations.Nullable;

/** Whether a job's children are started with what their job takes, and are bounded. */
final class ChildrenCheck implements Check {

    private static final int MOST_RUNNING = 1_000;

    @Override
    public void check(Job job, Report report) {
        for (ChildrenField field : job.state().children()) {
            String objection = field.objection();
            if (objection != null) {
                report.add(unfit(field, objection));
            }
            check(field, field.input(), "takes", "written", job, report);
            check(field, field.result(), "returns", "read", job, report);
            int maxRunning = field.bounds().maxRunning().value();
            if (maxRunning < 1 || maxRunning > MOST_RUNNING) {
                report.add(outOfRange(
                        field, "maxRunning", field.bounds().maxRunning(), "from 1 to 1,000. Let fewer run at a time."));
            }
            if (field.bounds().most().value() < 1) {
                report.add(outOfRange(field, "most", field.bounds().most(), "above 0. Give it a positive number."));
            }
        }
    }

    private static void check(
            ChildrenField field, @Nullable Verdict verdict, String does, String done, Job job, Report report) {
        if (verdict instanceof Unsupported part && !Followers.isToldElsewhere(part, job)) {
            report.add(unfit(
                    field,
                    field.job().value() + ' ' + does + " what cannot be " + done + " here: "
                            + (part.path().isEmpty() ? "" : part.path() + ": ") + Problems.plain(part.type()) + " ("
                            + part.reason() + "). Let it be a record with what both need."));
        }
    }

    /** The field does not fit the job that its annotation names. */
    private static Problem unfit(ChildrenField field, String objection) {
        return Problem.error(
                ProblemId.ChildrenType,
                "the @Children field " + field.name() + " starts chains of "
                        + field.job().value() + ", and " + objection,
                field.job());
    }

    /** A bound that is none. */
    private static Problem outOfRange(ChildrenField field, String option, Located<Integer> value, String rule) {
        return Problem.error(
                ProblemId.ChildrenOutOfRange,
                option + " of the @Children field " + field.name() + " is " + value.value() + ", and must be " + rule,
                value);
    }
}
