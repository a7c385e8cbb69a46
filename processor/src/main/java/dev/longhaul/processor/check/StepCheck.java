package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.problem.MemberProblems;
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
            report.add(MemberProblems.stepMissing(job.at()));
            return;
        }
        for (JobMethod second : steps.subList(1, steps.size())) {
            report.add(MemberProblems.notUnique(
                    ProblemId.StepNotUnique, "Step", second.at(), steps.get(0).name()));
        }
        JobMethod step = steps.get(0);
        boolean unknown = Followers.isToldElsewhere(step, job);
        if (!unknown && step.returnType().getKind() != TypeKind.VOID) {
            report.add(MemberProblems.stepReturnsValue(step.at(), Problems.plain(step.returnType())));
        }
        if (!unknown && !step.takesAtMostContext()) {
            report.add(MemberProblems.parameters(
                    ProblemId.StepParameters, "Step", step.at(), "nothing, or one JobContext"));
        }
        if (!step.accessible()) {
            report.add(MemberProblems.inaccessible(ProblemId.StepInaccessible, "Step", step.at()));
        }
    }
}
