package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.JobMethod.Parameter;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.SignalHook;
import dev.longhaul.processor.model.Verdict.Unsupported;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether each signal has one method, which the handler can call. */
final class SignalCheck implements Check {

    private static final String ANNOTATION = "OnSignal";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-_.]{1,64}");

    @Override
    public void check(Job job, Report report) {
        Map<String, JobMethod> first = new HashMap<>();
        for (SignalHook signal : job.hooks().signals()) {
            JobMethod method = signal.method();
            String name = signal.name().value();
            JobMethod other = first.putIfAbsent(name, method);
            if (other != null) {
                report.add(notUnique(method.at(), name, other.name()));
            }
            if (!NAME.matcher(name).matches()) {
                report.add(nameInvalid(method.at(), name));
            }
            check(signal, job, report);
            if (!method.accessible()) {
                report.add(Problems.inaccessible(ProblemId.HookInaccessible, ANNOTATION, method.at()));
            }
        }
    }

    private static void check(SignalHook signal, Job job, Report report) {
        JobMethod method = signal.method();
        if (!fits(method)) {
            if (!method.misspelt()) {
                report.add(Problems.parameters(
                        ProblemId.OnSignalParameters,
                        ANNOTATION,
                        method.at(),
                        "the signal's content as a type of yours, a JobContext, both or neither"));
            }
        } else if (signal.payload() instanceof Unsupported unsupported
                && !Followers.isToldElsewhere(unsupported, job)) {
            report.add(Problems.typeUnsupported(
                    method.at().with("the signal of " + method.name()),
                    unsupported,
                    "read",
                    "Take a record with the fields that the job needs."));
        }
    }

    private static boolean fits(JobMethod method) {
        List<Parameter> parameters = method.parameters();
        long contexts = parameters.stream().filter(Parameter::isContext).count();
        return contexts <= 1 && parameters.size() - contexts <= 1;
    }

    /** Two methods would take the same signal. */
    private static Problem notUnique(Located<String> second, String name, String first) {
        return Problem.error(
                ProblemId.OnSignalNotUnique,
                second.value() + " takes the signal \"" + name + "\" as " + first
                        + " does, and a signal has one method. Give it another name, or remove the annotation from one of"
                        + " them.",
                second);
    }

    /** Nobody could send it. */
    private static Problem nameInvalid(Located<String> method, String name) {
        return Problem.error(
                ProblemId.OnSignalNameInvalid,
                method.value() + " takes a signal whose name has " + name.length()
                        + " characters, and it is 1 to 64 letters, digits, hyphens, underscores and dots. Name it so.",
                method);
    }
}
