package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import javax.lang.model.type.TypeKind;

/** Whether the job says when it ends, and the handler can ask it. */
final class TerminateCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        if (job.terminates().isEmpty() && !job.misspelt()) {
            report.add(terminateMissing(job.at()));
        }
        for (JobMethod terminate : job.terminates()) {
            boolean unknown = terminate.misspelt();
            if (!unknown && terminate.returnType().getKind() != TypeKind.BOOLEAN) {
                report.add(terminateNotBoolean(terminate.at(), Problems.plain(terminate.returnType())));
            }
            if (!unknown && !terminate.takesAtMostContext()) {
                report.add(Problems.parameters(
                        ProblemId.TerminateParameters, "Terminate", terminate.at(), "nothing, or one JobContext"));
            }
            if (!terminate.accessible()) {
                report.add(Problems.inaccessible(ProblemId.TerminateInaccessible, "Terminate", terminate.at()));
            }
        }
    }

    /** There is no way to an end. */
    private static Problem terminateMissing(Located<String> job) {
        return Problem.error(
                ProblemId.TerminateMissing,
                job.value() + " has no @Terminate method, so it would never end. Add one: @Terminate boolean isDone() {"
                        + " return ...; }",
                job);
    }

    /** A question that is not answered with yes or no. */
    private static Problem terminateNotBoolean(Located<String> terminate, String type) {
        return Problem.error(
                ProblemId.TerminateNotBoolean,
                terminate.value() + " returns " + type + ", and a @Terminate method says whether the work is done."
                        + " Make it return boolean.",
                terminate);
    }
}
