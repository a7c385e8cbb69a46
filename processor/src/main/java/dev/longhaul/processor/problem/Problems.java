package dev.longhaul.processor.problem;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.problem.Problem.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import javax.lang.model.type.TypeMirror;

/** The messages about a job's options: what it is, the rule, and what to do. */
public final class Problems {

    private Problems() {}

    /** A number that must be above zero. */
    public static Problem notPositive(ProblemId id, String option, Located<? extends Number> where) {
        return error(id, option + " is " + where.value() + ", and must be above 0. Give it a positive number.", where);
    }

    /** A number that must not be below zero. */
    public static Problem negative(ProblemId id, String option, Located<? extends Number> where) {
        return error(
                id, option + " is " + where.value() + ", and must not be negative. Use 0 to leave it open.", where);
    }

    /** The first delay would be longer than the longest. */
    public static Problem maxDelayBelowFirst(Located<Long> longest, long first) {
        return error(
                ProblemId.RetryOutOfRange,
                "maxDelayMillis is " + longest.value() + " and firstDelayMillis is " + first
                        + ": no delay would be the first one. Make maxDelayMillis at least as large.",
                longest);
    }

    /** The handler can't ask for an exception. */
    public static Problem retryUnseen(Located<String> type) {
        return error(
                ProblemId.RetryOutOfRange,
                "notOn names " + type.value()
                        + ", which is private, or of another package and not public, and the handler"
                        + " asks for it. Make it package-private or public.",
                type);
    }

    /** An amount that bounds nothing. */
    public static Problem maxCostNotFinite(Located<Double> cost) {
        return error(
                ProblemId.NegativeMaxCost,
                "maxCostUsd is " + cost.value() + ", and must be an amount of dollars. Use 0 to leave it open.",
                cost);
    }

    /** The watchdog would look too late. */
    public static Problem tickNotBelowSafe(Located<Long> tick, long safe) {
        return error(
                ProblemId.TickNotBelowSafe,
                "tickMillis is " + tick.value() + " and safeMillis is " + safe
                        + ": the watchdog would look too late. Make tickMillis smaller than safeMillis.",
                tick);
    }

    /** The hop would hand off before it began. */
    public static Problem safeNotBelowTimeout(Located<Long> safe, long timeout) {
        return error(
                ProblemId.SafeNotBelowTimeout,
                "safeMillis is " + safe.value() + " and timeoutMillis is " + timeout
                        + ": no time would be left for a step. Make safeMillis smaller than timeoutMillis.",
                safe);
    }

    /** A step could be running when the function is killed. */
    public static Problem stepDoesNotFitSafe(Located<Long> maxStep, long tick, long safe) {
        return error(
                ProblemId.StepDoesNotFitSafe,
                "maxStepMillis is " + maxStep.value() + " and tickMillis is " + tick + ", "
                        + BigInteger.valueOf(maxStep.value()).add(BigInteger.valueOf(tick))
                        + " in all, and safeMillis is " + safe
                        + ": a step could be killed at the timeout. Make the step shorter, or safeMillis larger.",
                maxStep);
    }

    /** Little time is left for the handoff itself. */
    public static Problem handoffMarginThin(Located<Long> safe, long left, long least) {
        return warning(
                ProblemId.HandoffMarginThin,
                "safeMillis is " + safe.value() + ", of which " + left
                        + " ms are left after tickMillis and maxStepMillis, " + "and a handoff should have " + least
                        + ". Make safeMillis larger.",
                safe);
    }

    /** Lambda would refuse the timeout. */
    public static Problem timeoutAboveLimit(Located<Long> timeout, long limit, String compute) {
        return error(
                ProblemId.TimeoutAboveLimit,
                "timeoutMillis is " + timeout.value() + ", and Lambda allows at most " + limit + " with compute = "
                        + compute + ". Use that or less; the chain goes on in the next hop.",
                timeout);
    }

    /** Lambda would refuse the timeout. */
    public static Problem timeoutNotWholeSeconds(Located<Long> timeout, long advice) {
        return error(
                ProblemId.TimeoutNotWholeSeconds,
                "timeoutMillis is " + timeout.value() + ", and Lambda's timeouts are whole seconds from 1000 up. Use "
                        + advice + ".",
                timeout);
    }

    /** Lambda would refuse the memory. */
    public static Problem memoryOutOfRange(Options options) {
        Located<Integer> memory = options.memoryMegabytes();
        return error(
                ProblemId.MemoryOutOfRange,
                "memoryMegabytes is " + memory.value() + ", and "
                        + (options.managed() ? "Lambda Managed Instances allow " : "Lambda allows ")
                        + options.compute().value().leastMemory() + " to "
                        + options.compute().value().mostMemory() + ". Use a number in that range"
                        + (options.managed() ? "." : "; 1769 is one vCPU."),
                memory);
    }

    /** Lambda would refuse the name. */
    public static Problem nameInvalid(Located<String> name) {
        return error(
                ProblemId.NameInvalid,
                "the name \"" + name.value() + "\" has " + name.value().length()
                        + " characters, and a function's name is 1 to 64 letters, digits, hyphens and underscores."
                        + " Set name to one.",
                name);
    }

    /** EventBridge would refuse the schedule. */
    public static Problem scheduleInvalid(Located<String> schedule, String reason) {
        return error(
                ProblemId.ScheduleInvalid,
                "the schedule \"" + schedule.value() + "\" " + reason
                        + ". Use rate(5 minutes) or cron(0 3 * * ? *), as EventBridge does.",
                schedule);
    }

    /** The worst case costs more than the job may. */
    public static Problem worstCaseCostAboveLimit(Located<Double> limit, String sum, double cost) {
        return error(
                ProblemId.WorstCaseCostAboveLimit,
                String.format(
                        Locale.ROOT,
                        "maxCostUsd is $%s, and the worst case is $%s: %s. Lower maxHops, timeoutMillis or"
                                + " memoryMegabytes, or raise maxCostUsd.",
                        BigDecimal.valueOf(limit.value()).stripTrailingZeros().toPlainString(),
                        dollars(cost),
                        sum),
                limit);
    }

    /** In cents, or as exactly as it takes to tell a small sum from nothing. */
    private static String dollars(double cost) {
        BigDecimal exact = BigDecimal.valueOf(cost);
        return (cost >= 1 ? exact.setScale(2, RoundingMode.HALF_UP) : exact.round(new MathContext(3))).toPlainString();
    }

    /** Two jobs would be one function. */
    public static Problem duplicateJobName(Located<String> name, String other) {
        return error(
                ProblemId.DuplicateJobName,
                "the name \"" + name.value() + "\" is that of " + other + " too, and a name is one function's."
                        + " Set name on one of them.",
                name);
    }

    /** What the job can come to, for its author to know. */
    public static Problem worstCase(Located<?> job, String text) {
        return new Problem(ProblemId.WorstCase, Severity.NOTE, text, job);
    }

    /**
     * An option of the compilation is wrong.
     *
     * @param job the first job of the compilation, since an option has no place in a source
     */
    public static Problem compilerOption(Located<?> job, String complaint) {
        return error(ProblemId.CompilerOption, complaint, job);
    }

    /** The processor itself has failed. */
    public static Problem internal(Located<String> job, Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return error(
                ProblemId.Internal,
                "the processor failed on " + job.value() + ": " + failure + (stack.length == 0 ? "" : " at " + stack[0])
                        + ". This is a defect of Longhaul's: report it with this line and the class.",
                job);
    }

    /** What the processor made can't be written. */
    public static Problem unwritable(Located<String> job, IOException failure) {
        return error(
                ProblemId.Internal,
                "what belongs to " + job.value() + " can't be written: " + failure
                        + ". Look whether the compiler's output folder is there, may be written, and has room.",
                job);
    }

    /** The name of a class that a file can't have. */
    public static Problem nameTooLong(Located<String> job, String handler) {
        return error(
                ProblemId.NameInvalid,
                "the handler " + handler + " has a name of " + handler.length()
                        + " characters, and a file's name has at most 255"
                        + " with its ending. Give the class of the job, or one around it, a shorter name.",
                job);
    }

    /** A type as a source has it, without the annotations on it. */
    public static String plain(TypeMirror type) {
        return type.toString().replaceAll("@[^\\s(<>,]+(\\([^)]*\\))? ?", "");
    }

    static Problem error(ProblemId id, String text, Located<?> where) {
        return new Problem(id, Severity.ERROR, text, where);
    }

    static Problem warning(ProblemId id, String text, Located<?> where) {
        return new Problem(id, Severity.WARNING, text, where);
    }
}
