package dev.longhaul.processor.body;

import dev.longhaul.processor.body.Outcome.Endless;
import dev.longhaul.processor.problem.BodyProblems;
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
                                ? BodyProblems.stepCallsItself(Findings.at(step), method)
                                : BodyProblems.stepNeverReturns(Findings.at(step), method));
            }
        }
        for (ExecutableElement end : roles.ends()) {
            checkEnd(end, findings);
        }
    }

    private void checkEnd(ExecutableElement end, Findings findings) {
        if (Boolean.TRUE.equals(outcomes.of(end).value())) {
            findings.add(BodyProblems.terminateAlwaysTrue(Findings.at(end)));
        } else if (isNeverTrue(end, outcomes)) {
            checkNeverTrue(end, findings);
        } else if (firstLook.isTrue(end)) {
            findings.add(BodyProblems.endsBeforeItBegins(Findings.at(end)));
        } else {
            Set<VariableElement> ignored = progress.ignoredBy(end);
            if (!ignored.isEmpty()) {
                findings.add(BodyProblems.terminateIgnoresProgress(
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
            findings.add(BodyProblems.terminateNeverTrue(Findings.at(end)));
        } else if (isNeverTrue(end, new Outcomes(code, Constants.NONE))) {
            findings.add(BodyProblems.terminateNeverTrueBeside(
                    Findings.at(end), others.get(0).getSimpleName().toString()));
        }
    }
}
