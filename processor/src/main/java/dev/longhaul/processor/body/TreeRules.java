package dev.longhaul.processor.body;

import com.sun.source.util.Trees;
import dev.longhaul.processor.body.flow.Helpers;
import dev.longhaul.processor.body.flow.Methods;
import dev.longhaul.processor.body.flow.Outcome;
import dev.longhaul.processor.body.progress.Progress;
import dev.longhaul.processor.body.value.Declarations;
import dev.longhaul.processor.body.value.Lookup;
import dev.longhaul.processor.body.value.Words;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.problem.BodyProblems;
import dev.longhaul.processor.problem.Report;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The rules on javac's trees. Only this class and those behind it mention javac's types. */
final class TreeRules implements BodyRules {

    private final Elements elements;
    private final Trees trees;
    private final Words words;

    private TreeRules(Trees trees, Elements elements) {
        this.elements = elements;
        this.trees = trees;
        this.words = new Words(elements);
    }

    /** The rules in an environment, or null where it is not javac's own. */
    static @Nullable BodyRules of(ProcessingEnvironment environment) {
        try {
            return new TreeRules(Trees.instance(environment), environment.getElementUtils());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void check(Job job, Report report) {
        Lookup lookup = new Lookup(new Declarations(trees), elements, words);
        Helpers helpers = new Helpers(elements, lookup, job.type());
        Methods methods = new Methods(lookup, helpers);
        Progress progress = new Progress(job, lookup, helpers);
        for (JobMethod step : job.steps()) {
            Outcome outcome = methods.outcome(step.element());
            if (outcome.isEndless()) {
                report.add(BodyProblems.stepNeverReturns(step.at(), outcome.endless()));
            }
        }
        for (JobMethod terminate : job.terminates()) {
            if (terminate.returnType().getKind() == TypeKind.BOOLEAN) {
                checkTerminate(terminate, methods.outcome(terminate.element()), progress, report);
            }
        }
    }

    private static void checkTerminate(JobMethod terminate, Outcome outcome, Progress progress, Report report) {
        if (Boolean.TRUE.equals(outcome.value())) {
            report.add(BodyProblems.terminateAlwaysTrue(terminate.at()));
        } else if (Boolean.FALSE.equals(outcome.value()) || !(outcome.completes() || outcome.returns())) {
            report.add(BodyProblems.terminateNeverTrue(terminate.at()));
        } else {
            List<String> ignored = progress.ignoredBy(terminate);
            if (!ignored.isEmpty()) {
                report.add(BodyProblems.terminateIgnoresProgress(terminate.at(), ignored));
            }
        }
    }
}
