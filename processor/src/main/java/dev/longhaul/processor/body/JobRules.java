package dev.longhaul.processor.body;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.longhaul.processor.body.Outcome.Endless;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.print.Messages;
import dev.longhaul.processor.problem.BodyProblems;
import dev.longhaul.processor.problem.Report;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The rules on one job. */
final class JobRules implements Bodies.Rules {

    private final Code code;
    private final Trees trees;
    private final Messages messages;

    JobRules(Code code, Trees trees, Messages messages) {
        this.code = code;
        this.trees = trees;
        this.messages = messages;
    }

    @Override
    public void check(Report report) {
        Set<ExecutableElement> steps = code.annotated(Names.STEP);
        Set<ExecutableElement> ends = code.annotated(Names.TERMINATE);
        Outcomes outcomes = new Outcomes(code);
        for (ExecutableElement step : steps) {
            Outcome outcome = outcomes.of(step);
            Endless endless = outcome.endless();
            if (outcome.isEndless() && endless != null) {
                report.add(BodyProblems.stepNeverReturns(
                        at(step), endless.method().getSimpleName().toString()));
            }
        }
        Progress progress = new Progress(code, steps, ends);
        for (ExecutableElement end : ends) {
            checkEnd(end, outcomes.of(end), progress, report);
        }
    }

    private static void checkEnd(ExecutableElement end, Outcome outcome, Progress progress, Report report) {
        if (Boolean.TRUE.equals(outcome.value())) {
            report.add(BodyProblems.terminateAlwaysTrue(at(end)));
        } else if (Boolean.FALSE.equals(outcome.value()) || !outcome.comesBack()) {
            report.add(BodyProblems.terminateNeverTrue(at(end)));
        } else {
            Set<VariableElement> ignored = progress.ignoredBy(end);
            if (!ignored.isEmpty()) {
                report.add(BodyProblems.terminateIgnoresProgress(
                        at(end),
                        ignored.stream()
                                .map(field -> field.getSimpleName().toString())
                                .toList()));
            }
        }
    }

    private static Located<String> at(Element element) {
        return Located.at(element.getSimpleName().toString(), element);
    }

    /** Prints problems at the trees: javac may know the places of elements no longer. */
    Messages messages() {
        return (kind, problem) -> {
            Tree tree = code.declaration(problem.where().element());
            for (ResolvedClass one : code.classes()) {
                Tree original = tree == null ? null : one.original(tree);
                if (original != null) {
                    trees.printMessage(kind, problem.message(), original, one.unit());
                    return;
                }
            }
            messages.print(kind, problem);
        };
    }
}
