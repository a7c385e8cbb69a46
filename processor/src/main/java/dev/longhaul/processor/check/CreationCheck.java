package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Creation.Barred;
import dev.longhaul.processor.model.Creation.WithResources;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;

/** Whether the handler can call a constructor of the job, and make what that takes. */
final class CreationCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        if (job.creation() instanceof Barred barred) {
            report.add(jobConstructor(job.at(), barred.objection()));
        }
        if (job.creation() instanceof WithResources taken && taken.objection() != null) {
            report.add(resourcesUnusable(
                    Located.at(Problems.plain(taken.type()), taken.parameter()),
                    job.at().value(),
                    taken.objection()));
        }
    }

    /** The handler can't create the job. */
    private static Problem jobConstructor(Located<String> job, String objection) {
        return Problem.error(ProblemId.JobConstructor, job.value() + " " + objection, job);
    }

    /** The handler can't make the resources. */
    private static Problem resourcesUnusable(Located<String> resources, String job, String objection) {
        return Problem.error(
                ProblemId.ResourcesUnusable,
                "the resources " + resources.value() + " of " + job + " can't be made by the handler: " + objection,
                resources);
    }
}
