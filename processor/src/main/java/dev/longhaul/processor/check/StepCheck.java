package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import java.util.List;
import javax.lang.model.type.TypeKind;

/** Whether there is exactly one step, and the handler can call it. */
final class StepCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        List<JobMethod> steps = job.steps();
        if (steps.isEmpty()) {
            if (!job.misspelt()) {
                report.add(stepMissing(job.at()));
            }
            return;
        }
        for (JobMethod second : steps.subList(1, steps.size())) {
            report.add(Problems.notUnique(
                    ProblemId.StepNotUnique, "Step", second.at(), steps.get(0).name()));
        }
        JobMethod step = steps.get(0);
        boolean unknown = step.misspelt();
        if (!unknown && step.returnType().getKind() != TypeKind.VOID) {
            report.add(stepReturnsValue(step.at(), Problems.plain(step.returnType())));
        }
        if (!unknown && !step.takesAtMostContext()) {
            report.add(Problems.parameters(ProblemId.StepParameters, "Step", step.at(), "nothing, or one JobContext"));
        }
        if (!step.accessible()) {
            report.add(Problems.inaccessible(ProblemId.StepInaccessible, "Step", step.at()));
        }
    }

    /** There is nothing to do. */
    private static Problem stepMissing(Located<String> job) {
        return Problem.error(
                ProblemId.StepMissing,
                job.value()
                        + " has no @Step method, and a job does its work in steps. Add one: @Step void next() { ... }",
                job);
    }

    /** A step whose value nobody would see. */
    private static Problem stepReturnsValue(Located<String> step, String type) {
        return Problem.error(
                ProblemId.StepReturnsValue,
                step.value() + " returns " + type + ", and nobody would see it. Make it void, and keep what the job"
                        + " needs in a @State field.",
                step);
    }
}
