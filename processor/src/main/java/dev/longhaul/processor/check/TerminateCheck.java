package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import javax.lang.model.type.TypeKind;

/** Whether the job says when it ends, and the handler can ask it. */
final class TerminateCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        if (job.terminates().isEmpty()) {
            report.add(MemberProblems.terminateMissing(job.at()));
        }
        for (JobMethod terminate : job.terminates()) {
            boolean unknown = Followers.isToldElsewhere(terminate, job);
            if (!unknown && terminate.returnType().getKind() != TypeKind.BOOLEAN) {
                report.add(MemberProblems.terminateNotBoolean(terminate.at(), Problems.plain(terminate.returnType())));
            }
            if (!unknown && !terminate.takesAtMostContext()) {
                report.add(MemberProblems.parameters(
                        ProblemId.TerminateParameters, "Terminate", terminate.at(), "nothing, or one JobContext"));
            }
            if (!terminate.accessible()) {
                report.add(MemberProblems.inaccessible(ProblemId.TerminateInaccessible, "Terminate", terminate.at()));
            }
        }
    }
}
