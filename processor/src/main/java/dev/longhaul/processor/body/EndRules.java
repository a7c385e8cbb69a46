package dev.longhaul.processor.body;

import dev.longhaul.processor.body.Outcome.Endless;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The rules about what never ends, and what ends at once: the steps, and the job. */
final class EndRules {

    private final Code code;
    private final Roles roles;
    private final Outcomes outcomes;
    private final FirstLook firstLook;
    private final Progress progress;

    EndRules(Code code, Roles roles, List<FieldUse> uses) {
        this.code = code;
        this.roles = roles;
        this.outcomes = new Outcomes(code);
        this.firstLook = new FirstLook(code, roles, uses);
        this.progress = new Progress(code, roles.steps(), roles.ends());
    }

    void check(Findings findings) {
        for (ExecutableElement step : roles.steps()) {
            Outcome outcome = outcomes.of(step);
            Endless endless = outcome.endless();
            if (outcome.isEndless() && endless != null) {
                String method = endless.method().getSimpleName().toString();
                findings.add(
                        endless.isCall()
                                ? stepCallsItself(Findings.at(step), method)
                                : stepNeverReturns(Findings.at(step), method));
            }
        }
        for (ExecutableElement end : roles.ends()) {
            checkEnd(end, findings);
        }
    }

    private void checkEnd(ExecutableElement end, Findings findings) {
        if (Boolean.TRUE.equals(outcomes.of(end).value())) {
            findings.add(terminateAlwaysTrue(Findings.at(end)));
        } else if (isNeverTrue(end, outcomes)) {
            checkNeverTrue(end, findings);
        } else if (firstLook.isTrue(end)) {
            findings.add(endsBeforeItBegins(Findings.at(end)));
        } else {
            Set<VariableElement> ignored = progress.ignoredBy(end);
            if (!ignored.isEmpty()) {
                findings.add(terminateIgnoresProgress(
                        Findings.at(end),
                        ignored.stream()
                                .map(field -> field.getSimpleName().toString())
                                .toList()));
            }
        }
    }

    private static boolean isNeverTrue(ExecutableElement end, Outcomes outcomes) {
        Outcome outcome = outcomes.of(end);
        return Boolean.FALSE.equals(outcome.value()) || !outcome.comesBack();
    }

    /** Beside another end, one that a constant has switched off is meant so. */
    private void checkNeverTrue(ExecutableElement end, Findings findings) {
        List<ExecutableElement> others = roles.ends().stream()
                .filter(other -> !isNeverTrue(other, outcomes))
                .toList();
        if (others.isEmpty()) {
            findings.add(terminateNeverTrue(Findings.at(end)));
        } else if (isNeverTrue(end, new Outcomes(code, Constants.NONE))) {
            findings.add(terminateNeverTrueBeside(
                    Findings.at(end), others.get(0).getSimpleName().toString()));
        }
    }

    /** The chain would go on for ever. */
    private static Problem terminateNeverTrue(Located<String> terminate) {
        return Problem.error(
                ProblemId.TerminateNeverTrue,
                terminate.value()
                        + " never returns true, so it would never end the job. Return true when the work is done.",
                terminate);
    }

    /** No step would ever run. */
    private static Problem terminateAlwaysTrue(Located<String> terminate) {
        return Problem.error(
                ProblemId.TerminateAlwaysTrue,
                terminate.value()
                        + " always returns true, so the job would end before its first step. Return true only when the"
                        + " work is done.",
                terminate);
    }

    /**
     * Its answer would stay the same.
     *
     * @param fields what it reads
     */
    private static Problem terminateIgnoresProgress(Located<String> terminate, List<String> fields) {
        return Problem.warning(
                ProblemId.TerminateIgnoresProgress,
                terminate.value() + " reads " + String.join(" and ", fields)
                        + ", and no step changes that, so its answer would stay the same. Read what the step writes, or"
                        + " let the step write it.",
                terminate);
    }

    /**
     * It is of no use.
     *
     * @param other an end that can be true
     */
    private static Problem terminateNeverTrueBeside(Located<String> terminate, String other) {
        return Problem.warning(
                ProblemId.TerminateNeverTrue,
                terminate.value() + " never returns true, so it would never end the job; " + other
                        + " does. Return true when it is to end, or remove it.",
                terminate);
    }

    /** No step would ever run. */
    private static Problem endsBeforeItBegins(Located<String> terminate) {
        return Problem.warning(
                ProblemId.EndsBeforeItBegins,
                terminate.value()
                        + " returns true with the fields as they are initialised, so the job would end before its first"
                        + " step. Turn the condition round, or give the fields other values to begin with.",
                terminate);
    }

    /**
     * The hop could never be handed over.
     *
     * @param loop the method with the loop
     */
    private static Problem stepNeverReturns(Located<String> step, String loop) {
        return Problem.error(
                ProblemId.StepNeverReturns,
                step.value() + " never returns: the loop in " + (loop.equals(step.value()) ? "it" : loop)
                        + " has no way out, and a job is handed to the next hop only between steps. Leave the loop"
                        + " after a piece of work, or when JobContext.shouldYield() says so.",
                step);
    }

    /**
     * The hop could never be handed over.
     *
     * @param caller the method with the call
     */
    private static Problem stepCallsItself(Located<String> step, String caller) {
        return Problem.error(
                ProblemId.StepNeverReturns,
                step.value() + " never returns: " + (caller.equals(step.value()) ? "it" : caller)
                        + " calls itself without a condition, and a job is handed to the next hop only between steps."
                        + " Return after a piece of work: the step is called again until the job ends.",
                step);
    }
}
