package dev.longhaul.processor.problem;

import static dev.longhaul.processor.problem.Problems.error;
import static dev.longhaul.processor.problem.Problems.warning;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about what a job's methods do: what it is, the rule, and what to do. */
public final class BodyProblems {

    private BodyProblems() {}

    /** The chain would go on for ever. */
    public static Problem terminateNeverTrue(Located<String> terminate) {
        return error(
                ProblemId.TerminateNeverTrue,
                terminate.value()
                        + " never returns true, so it would never end the job. Return true when the work is done.",
                terminate);
    }

    /** No step would ever run. */
    public static Problem terminateAlwaysTrue(Located<String> terminate) {
        return error(
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
    public static Problem terminateIgnoresProgress(Located<String> terminate, List<String> fields) {
        return warning(
                ProblemId.TerminateIgnoresProgress,
                terminate.value() + " reads " + String.join(" and ", fields)
                        + ", and no step changes that, so its answer would stay the same. Read what the step writes, or"
                        + " let the step write it.",
                terminate);
    }

    /**
     * The hop could never be handed over.
     *
     * @param loop the method with the loop
     */
    public static Problem stepNeverReturns(Located<String> step, @Nullable String loop) {
        boolean own = loop == null || loop.equals(step.value());
        return error(
                ProblemId.StepNeverReturns,
                step.value() + " never returns: the loop in " + (own ? "it" : loop)
                        + " has no way out, and a job is handed to the next hop only between steps. Leave the loop"
                        + " after a piece of work, or when JobContext.shouldYield() says so.",
                step);
    }

    /**
     * What the rules about bodies need is not there.
     *
     * @param job the first job of the compilation
     */
    public static Problem bodiesUnread(Located<String> job) {
        return unread("this compiler does not show the bodies of methods", "javac checks them", job);
    }

    /**
     * The bodies are those of stubs.
     *
     * @param job the first job of the compilation in Kotlin
     */
    public static Problem kotlinBodiesUnread(Located<String> job) {
        return unread("the methods of a Kotlin class have other bodies here than in its source", "all others are", job);
    }

    private static Problem unread(String why, String besides, Located<String> job) {
        return new Problem(
                ProblemId.BodiesUnread,
                Severity.NOTE,
                why + ", so that the rules about bodies, such as TerminateNeverTrue and StepNeverReturns, are not"
                        + " checked; " + besides,
                job);
    }
}
