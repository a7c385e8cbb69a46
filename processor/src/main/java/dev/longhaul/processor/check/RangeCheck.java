package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import java.util.regex.Pattern;

/** Whether each option is in its own range, and what Lambda would accept. */
final class RangeCheck implements Check {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-_]{1,64}");

    @Override
    public void check(Job job, Report report) {
        Options options = job.options();
        positive(ProblemId.SafeMillisNotPositive, "safeMillis", options.safeMillis(), report);
        positive(ProblemId.TickMillisNotPositive, "tickMillis", options.tickMillis(), report);
        positive(ProblemId.MaxHopsNotPositive, "maxHops", options.maxHops(), report);
        positive(ProblemId.MaxStalledHopsNotPositive, "maxStalledHops", options.maxStalledHops(), report);
        positive(ProblemId.MaxWakesNotPositive, "maxWakes", options.maxWakes(), report);
        if (options.maxStepMillis().value() < 0) {
            report.add(negative(ProblemId.NegativeMaxStepMillis, "maxStepMillis", options.maxStepMillis()));
        }
        double cost = options.maxCostUsd().value();
        if (!Double.isFinite(cost)) {
            report.add(maxCostNotFinite(options.maxCostUsd()));
        } else if (cost < 0) {
            report.add(negative(ProblemId.NegativeMaxCost, "maxCostUsd", options.maxCostUsd()));
        }
        if (options.maxDurationMillis().value() < 0) {
            report.add(negative(ProblemId.NegativeMaxDuration, "maxDurationMillis", options.maxDurationMillis()));
        }
        int memory = options.memoryMegabytes().value();
        if (memory < options.compute().value().leastMemory()
                || memory > options.compute().value().mostMemory()) {
            report.add(memoryOutOfRange(options));
        }
        if (!NAME.matcher(options.name().value()).matches()) {
            report.add(nameInvalid(options.name()));
        }
        timeout(options, report);
        if (!options.schedule().value().isEmpty()) {
            ScheduleExpression.objection(options.schedule().value())
                    .ifPresent(reason -> report.add(scheduleInvalid(options.schedule(), reason)));
        }
    }

    private static void timeout(Options options, Report report) {
        Located<Long> timeout = options.timeoutMillis();
        if (timeout.value() < 1_000 || timeout.value() % 1_000 != 0) {
            report.add(timeoutNotWholeSeconds(timeout, wholeSeconds(options)));
        } else if (timeout.value() > options.compute().value().timeoutLimit()) {
            report.add(timeoutAboveLimit(
                    timeout,
                    options.compute().value().timeoutLimit(),
                    options.compute().value().name()));
        }
    }

    /** The timeout in whole seconds that is next to the one written and fits what else is written. */
    private static long wholeSeconds(Options options) {
        long limit = options.compute().value().timeoutLimit();
        long down = Math.max(1_000, Math.min(limit, options.timeoutMillis().value() / 1_000 * 1_000));
        long safe = options.safeMillis().value();
        return safe >= down && safe < limit ? safe / 1_000 * 1_000 + 1_000 : down;
    }

    private static void positive(ProblemId id, String option, Located<? extends Number> value, Report report) {
        if (value.value().longValue() <= 0) {
            report.add(Problems.notPositive(id, option, value));
        }
    }

    /** A number that must not be below zero. */
    private static Problem negative(ProblemId id, String option, Located<? extends Number> where) {
        return Problem.error(
                id, option + " is " + where.value() + ", and must not be negative. Use 0 to leave it open.", where);
    }

    /** An amount that bounds nothing. */
    private static Problem maxCostNotFinite(Located<Double> cost) {
        return Problem.error(
                ProblemId.NegativeMaxCost,
                "maxCostUsd is " + cost.value() + ", and must be an amount of dollars. Use 0 to leave it open.",
                cost);
    }

    /** Lambda would refuse the timeout. */
    private static Problem timeoutAboveLimit(Located<Long> timeout, long limit, String compute) {
        return Problem.error(
                ProblemId.TimeoutAboveLimit,
                "timeoutMillis is " + timeout.value() + ", and Lambda allows at most " + limit + " with compute = "
                        + compute + ". Use that or less; the chain goes on in the next hop.",
                timeout);
    }

    /** Lambda would refuse the timeout. */
    private static Problem timeoutNotWholeSeconds(Located<Long> timeout, long advice) {
        return Problem.error(
                ProblemId.TimeoutNotWholeSeconds,
                "timeoutMillis is " + timeout.value() + ", and Lambda's timeouts are whole seconds from 1000 up. Use "
                        + advice + ".",
                timeout);
    }

    /** Lambda would refuse the memory. */
    private static Problem memoryOutOfRange(Options options) {
        Located<Integer> memory = options.memoryMegabytes();
        return Problem.error(
                ProblemId.MemoryOutOfRange,
                "memoryMegabytes is " + memory.value() + ", and "
                        + (options.managed() ? "Lambda Managed Instances allow " : "Lambda allows ")
                        + options.compute().value().leastMemory() + " to "
                        + options.compute().value().mostMemory() + ". Use a number in that range"
                        + (options.managed() ? "." : "; 1769 is one vCPU."),
                memory);
    }

    /** Lambda would refuse the name. */
    private static Problem nameInvalid(Located<String> name) {
        return Problem.error(
                ProblemId.NameInvalid,
                "the name \"" + name.value() + "\" has " + name.value().length()
                        + " characters, and a function's name is 1 to 64 letters, digits, hyphens and underscores."
                        + " Set name to one.",
                name);
    }

    /** EventBridge would refuse the schedule. */
    private static Problem scheduleInvalid(Located<String> schedule, String reason) {
        return Problem.error(
                ProblemId.ScheduleInvalid,
                "the schedule \"" + schedule.value() + "\" " + reason
                        + ". Use rate(5 minutes) or cron(0 3 * * ? *), as EventBridge does.",
                schedule);
    }
}
