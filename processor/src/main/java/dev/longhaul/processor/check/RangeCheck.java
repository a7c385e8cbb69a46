package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
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
        if (options.maxStepMillis().value() < 0) {
            report.add(Problems.negative(ProblemId.NegativeMaxStepMillis, "maxStepMillis", options.maxStepMillis()));
        }
        double cost = options.maxCostUsd().value();
        if (!Double.isFinite(cost)) {
            report.add(Problems.maxCostNotFinite(options.maxCostUsd()));
        } else if (cost < 0) {
            report.add(Problems.negative(ProblemId.NegativeMaxCost, "maxCostUsd", options.maxCostUsd()));
        }
        if (options.maxDurationMillis().value() < 0) {
            report.add(
                    Problems.negative(ProblemId.NegativeMaxDuration, "maxDurationMillis", options.maxDurationMillis()));
        }
        int memory = options.memoryMegabytes().value();
        if (memory < options.compute().value().leastMemory()
                || memory > options.compute().value().mostMemory()) {
            report.add(Problems.memoryOutOfRange(options));
        }
        if (!NAME.matcher(options.name().value()).matches()) {
            report.add(Problems.nameInvalid(options.name()));
        }
        timeout(options, report);
        if (!options.schedule().value().isEmpty()) {
            ScheduleExpression.objection(options.schedule().value())
                    .ifPresent(reason -> report.add(Problems.scheduleInvalid(options.schedule(), reason)));
        }
    }

    private static void timeout(Options options, Report report) {
        Located<Long> timeout = options.timeoutMillis();
        if (timeout.value() < 1_000 || timeout.value() % 1_000 != 0) {
            report.add(Problems.timeoutNotWholeSeconds(timeout, wholeSeconds(options)));
        } else if (timeout.value() > options.compute().value().timeoutLimit()) {
            report.add(Problems.timeoutAboveLimit(
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
}
