package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Unsupported;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.JobReader;
import dev.longhaul.processor.read.Mirrors;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether there is at most one hook of each kind, and the handler can call it. */
final class HookCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        hook(
                job,
                job.starts(),
                "OnStart",
                ProblemId.OnStartNotUnique,
                ProblemId.OnStartParameters,
                HookCheck::fitsStart,
                "the start event as a type of yours, a JobContext, both or neither",
                report);
        hook(
                job,
                job.completes(),
                "OnComplete",
                ProblemId.OnCompleteNotUnique,
                ProblemId.OnCompleteParameters,
                StepCheck::takesAtMostContext,
                "nothing, or one JobContext",
                report);
        hook(
                job,
                job.failures(),
                "OnFailure",
                ProblemId.OnFailureNotUnique,
                ProblemId.OnFailureParameters,
                HookCheck::fitsFailure,
                "a Throwable, or nothing",
                report);
        saved(job, job.starts(), job.startShape(), "the start event of ", report);
        saved(job, job.completes(), job.resultShape(), "the result of ", report);
    }

    private static void hook(
            Job job,
            List<JobMethod> hooks,
            String annotation,
            ProblemId notUnique,
            ProblemId parameters,
            Predicate<JobMethod> fits,
            String allowed,
            Report report) {
        for (int i = 0; i < hooks.size(); i++) {
            JobMethod hook = hooks.get(i);
            if (i > 0) {
                report.add(MemberProblems.notUnique(
                        notUnique, annotation, hook.at(), hooks.get(0).name()));
            }
            if (!fits.test(hook) && !Followers.isToldElsewhere(hook, job)) {
                report.add(MemberProblems.parameters(parameters, annotation, hook.at(), allowed));
            }
            if (!hook.accessible()) {
                report.add(MemberProblems.inaccessible(ProblemId.HookInaccessible, annotation, hook.at()));
            }
        }
    }

    private static void saved(Job job, List<JobMethod> hooks, @Nullable Shape shape, String what, Report report) {
        if (shape instanceof Unsupported unsupported
                && !Followers.isToldElsewhere(unsupported, hooks.get(0).element(), job)) {
            JobMethod hook = hooks.get(0);
            report.add(MemberProblems.typeUnsupported(
                    hook.at().with(what + hook.name()),
                    unsupported.path(),
                    unsupported.type().toString(),
                    unsupported.reason()));
        }
    }

    private static boolean fitsStart(JobMethod start) {
        List<TypeMirror> parameters = start.parameters();
        long contexts = parameters.stream().filter(JobReader::isContext).count();
        return contexts <= 1 && parameters.size() - contexts <= 1;
    }

    private static boolean fitsFailure(JobMethod failure) {
        return failure.parameters().isEmpty()
                || (failure.parameters().size() == 1
                        && Mirrors.isType(failure.parameters().get(0), "java.lang.Throwable"));
    }
}
