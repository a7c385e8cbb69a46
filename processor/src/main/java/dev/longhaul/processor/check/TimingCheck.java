package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import java.math.BigInteger;

/** Whether the times fit each other. It is silent where one of them is wrong by itself. */
final class TimingCheck implements Check {

    /** What a handoff should have besides the last tick and the last step, in milliseconds. */
    private static final long MARGIN = 1_000;

    @Override
    public void check(Job job, Report report) {
        Options options = job.options();
        long safe = options.safeMillis().value();
        long tick = options.tickMillis().value();
        long step = options.maxStepMillis().value();
        long timeout = options.timeoutMillis().value();
        boolean timeoutInRange = timeout >= 1_000
                && timeout % 1_000 == 0
                && timeout <= options.compute().value().timeoutLimit();
        if (safe > 0 && timeoutInRange && safe >= timeout) {
            report.add(safeNotBelowTimeout(options.safeMillis(), timeout));
        }
        if (safe <= 0 || tick <= 0 || step < 0) {
            return;
        }
        if (tick >= safe) {
            report.add(tickNotBelowSafe(options.tickMillis(), safe));
        } else if (step > 0 && step >= safe - tick) {
            report.add(stepDoesNotFitSafe(options.maxStepMillis(), tick, safe));
        } else if (safe - tick - step < MARGIN) {
            report.add(handoffMarginThin(options.safeMillis(), safe - tick - step, MARGIN));
        }
    }

    /** The watchdog would look too late. */
    private static Problem tickNotBelowSafe(Located<Long> tick, long safe) {
        return Problem.error(
                ProblemId.TickNotBelowSafe,
                "tickMillis is " + tick.value() + " and safeMillis is " + safe
                        + ": the watchdog would look too late. Make tickMillis smaller than safeMillis.",
                tick);
    }

    /** The hop would hand off before it began. */
    private static Problem safeNotBelowTimeout(Located<Long> safe, long timeout) {
        return Problem.error(
                ProblemId.SafeNotBelowTimeout,
                "safeMillis is " + safe.value() + " and timeoutMillis is " + timeout
                        + ": no time would be left for a step. Make safeMillis smaller than timeoutMillis.",
                safe);
    }

    /** A step could be running when the function is killed. */
    private static Problem stepDoesNotFitSafe(Located<Long> maxStep, long tick, long safe) {
        return Problem.error(
                ProblemId.StepDoesNotFitSafe,
                "maxStepMillis is " + maxStep.value() + " and tickMillis is " + tick + ", "
                        + BigInteger.valueOf(maxStep.value()).add(BigInteger.valueOf(tick))
                        + " in all, and safeMillis is " + safe
                        + ": a step could be killed at the timeout. Make the step shorter, or safeMillis larger.",
                maxStep);
    }

    /** Little time is left for the handoff itself. */
    private static Problem handoffMarginThin(Located<Long> safe, long left, long least) {
        return Problem.warning(
                ProblemId.HandoffMarginThin,
                "safeMillis is " + safe.value() + ", of which " + left
                        + " ms are left after tickMillis and maxStepMillis, " + "and a handoff should have " + least
                        + ". Make safeMillis larger.",
                safe);
    }
}
