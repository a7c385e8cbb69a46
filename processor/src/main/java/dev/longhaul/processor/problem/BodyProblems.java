package dev.longhaul.processor.problem;

import static dev.longhaul.processor.problem.Problems.error;
import static dev.longhaul.processor.problem.Problems.warning;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem.Severity;
import java.math.BigInteger;
import java.util.List;

/** The messages about what a job's methods do: what it is, the rule, and what to do. */
public final class BodyProblems {

    private BodyProblems() {}

    /**
     * A collection would be another one in the next hop.
     *
     * @param what what it is, and what it is restored as
     */
    public static Problem stateNotRestored(Located<String> field, String what) {
        return error(
                ProblemId.StateNotRestored,
                "the @State field " + field.value() + " is given " + what
                        + ", so that it would be another collection in"
                        + " the next hop. Declare the field as a type that is restored as it is, or give it a codec:"
                        + " @State(codec = ...).",
                field);
    }

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
     * It is of no use.
     *
     * @param other an end that can be true
     */
    public static Problem terminateNeverTrueBeside(Located<String> terminate, String other) {
        return warning(
                ProblemId.TerminateNeverTrue,
                terminate.value() + " never returns true, so it would never end the job; " + other
                        + " does. Return true when it is to end, or remove it.",
                terminate);
    }

    /** No step would ever run. */
    public static Problem endsBeforeItBegins(Located<String> terminate) {
        return warning(
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
    public static Problem stepNeverReturns(Located<String> step, String loop) {
        return error(
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
    public static Problem stepCallsItself(Located<String> step, String caller) {
        return error(
                ProblemId.StepNeverReturns,
                step.value() + " never returns: " + (caller.equals(step.value()) ? "it" : caller)
                        + " calls itself without a condition, and a job is handed to the next hop only between steps."
                        + " Return after a piece of work: the step is called again until the job ends.",
                step);
    }

    /**
     * A hop would not find what the first one had.
     *
     * @param start the method that gives it
     * @param reader a method that reads it
     */
    public static Problem startNotSaved(Located<String> field, String start, String reader) {
        return warning(
                ProblemId.StartNotSaved,
                field.value() + " gets its value in " + start + ", which runs in the first hop only, and " + reader
                        + " reads it, but it is not saved: in every other hop it is as the constructor left it. Make it a"
                        + " @State field.",
                field);
    }

    /**
     * A hop would begin again.
     *
     * @param end the method that reads it
     */
    public static Problem progressNotSaved(Located<String> field, String end) {
        return warning(
                ProblemId.ProgressNotSaved,
                field.value() + " counts what the steps have done, and " + end
                        + " reads it, but it is not saved: it does not count what was done in other hops. Make it a @State"
                        + " field.",
                field);
    }

    /**
     * The time would begin again.
     *
     * @param end the method that reads it
     */
    public static Problem clockStartsAgain(Located<String> field, String end) {
        return warning(
                ProblemId.ClockStartsAgain,
                field.value() + " is set from a clock when the object is made, and " + end
                        + " reads it, but it is not saved: the time begins again in another hop. Make it a @State field.",
                field);
    }

    /**
     * The function could be killed in it.
     *
     * @param millis how long it is
     * @param option the option that it goes beyond
     * @param value its value
     */
    public static Problem sleepAboveSafe(Located<String> method, BigInteger millis, String option, long value) {
        return warning(
                ProblemId.SleepAboveSafe,
                method.value() + " sleeps for " + millis + " ms, and " + option + " is " + value
                        + ": the function could be killed in its sleep. Sleep for a shorter time and return: the next step"
                        + " can look whether it is time, and sleep again.",
                method);
    }

    /** The step would go on. */
    public static Problem yieldUnused(Located<String> method) {
        return warning(
                ProblemId.YieldIgnored,
                method.value()
                        + " asks shouldYield() and does nothing with the answer, so it would go on when it has to"
                        + " return. Return when the answer is true.",
                method);
    }

    /**
     * The step would go on.
     *
     * @param variable what holds the answer
     */
    public static Problem yieldAskedOnce(Located<String> method, String variable) {
        return warning(
                ProblemId.YieldIgnored,
                method.value() + " asks shouldYield() once, and the loop goes on as long as " + variable
                        + " holds that answer. Ask it in the loop's condition.",
                method);
    }

    /**
     * It would be another object.
     *
     * @param field the field that is compared
     */
    public static Problem stateComparedByIdentity(Located<String> method, String field) {
        return warning(
                ProblemId.StateComparedByIdentity,
                method.value() + " compares the @State field " + field
                        + " by identity, and a value that was read back is never the same object. Compare with equals.",
                method);
    }

    /**
     * The first hop would fail.
     *
     * @param field the field that is changed
     * @param maker what makes its first value
     * @param change the method that is called on it
     */
    public static Problem stateUnmodifiable(Located<String> method, String field, String maker, String change) {
        return warning(
                ProblemId.StateUnmodifiable,
                method.value() + " calls " + change + " on the @State field " + field + ", which begins as what "
                        + maker
                        + " makes, and that cannot be changed. Begin with a copy that can be, such as a new ArrayList of it.",
                method);
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
