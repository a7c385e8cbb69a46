package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.JobMethod.Parameter;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.model.Verdict.AwsEvent;
import dev.longhaul.processor.model.Verdict.Unsupported;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether there is at most one hook of each kind, and the handler can call it. */
final class HookCheck implements Check {

    private static final Kind START = new Kind(
            "OnStart",
            ProblemId.OnStartNotUnique,
            ProblemId.OnStartParameters,
            HookCheck::fitsStart,
            "the start event as a type of yours, a JobContext, both or neither",
            new Transfer(
                    "the start event of ",
                    "read",
                    "Take a record with the fields that the job needs, and say @OnStart(ignoreUnknown = true) where"
                            + " events have more."));
    private static final Kind COMPLETE = new Kind(
            "OnComplete",
            ProblemId.OnCompleteNotUnique,
            ProblemId.OnCompleteParameters,
            JobMethod::takesAtMostContext,
            "nothing, or one JobContext",
            new Transfer("the result of ", "written", "Return what it is made from instead."));
    private static final Kind FAILURE = new Kind(
            "OnFailure",
            ProblemId.OnFailureNotUnique,
            ProblemId.OnFailureParameters,
            HookCheck::fitsFailure,
            "a Throwable, or nothing",
            new Transfer("", "", ""));

    /** What is read or written for a hook, in the words of a message, and what to do where its type is unsupported. */
    private record Transfer(String what, String done, String advice) {}

    /** A kind of hook: its rules, what it may take, and what is read or written for it. */
    private record Kind(
            String annotation,
            ProblemId notUnique,
            ProblemId parameters,
            Predicate<JobMethod> fits,
            String allowed,
            Transfer transfer) {}

    @Override
    public void check(Job job, Report report) {
        check(START, job, job.hooks().starts(), job.hooks().event(), report);
        check(COMPLETE, job, job.hooks().completes(), job.hooks().result(), report);
        check(FAILURE, job, job.hooks().failures(), null, report);
    }

    private static void check(Kind kind, Job job, List<JobMethod> hooks, @Nullable Verdict verdict, Report report) {
        for (JobMethod hook : hooks) {
            JobMethod first = hooks.get(0);
            if (!hook.element().equals(first.element())) {
                report.add(Problems.notUnique(kind.notUnique(), kind.annotation(), hook.at(), first.name()));
            }
            if (!kind.fits().test(hook)) {
                if (!hook.misspelt()) {
                    report.add(Problems.parameters(kind.parameters(), kind.annotation(), hook.at(), kind.allowed()));
                }
            } else if (verdict instanceof Unsupported unsupported && !Followers.isToldElsewhere(unsupported, job)) {
                Transfer transfer = kind.transfer();
                report.add(Problems.typeUnsupported(
                        hook.at().with(transfer.what() + hook.name()),
                        unsupported,
                        transfer.done(),
                        transfer.advice()));
            } else if (verdict instanceof AwsEvent event && !event.readable()) {
                report.add(awsEventUnreadable(hook.at().with(kind.transfer().what() + hook.name()), event));
            }
            if (!hook.accessible()) {
                report.add(Problems.inaccessible(ProblemId.HookInaccessible, kind.annotation(), hook.at()));
            }
        }
    }

    /** The library that reads an event of AWS's is not there. */
    private static Problem awsEventUnreadable(Located<String> what, AwsEvent event) {
        return Problem.error(
                ProblemId.StateTypeUnsupported,
                what.value() + ": " + event.type()
                        + " is an event class of AWS's, which the module longhaul-events reads,"
                        + " and that is not in sight. Add dev.longhaul:longhaul-events to the dependencies, and"
                        + " \"requires dev.longhaul.events\" to the module-info where there is one.",
                what);
    }

    private static boolean fitsStart(JobMethod start) {
        List<Parameter> parameters = start.parameters();
        long contexts = parameters.stream().filter(Parameter::isContext).count();
        return contexts <= 1 && parameters.size() - contexts <= 1;
    }

    private static boolean fitsFailure(JobMethod failure) {
        return failure.parameters().isEmpty()
                || (failure.parameters().size() == 1
                        && Mirrors.isType(failure.parameters().get(0).type(), "java.lang.Throwable"));
    }
}
