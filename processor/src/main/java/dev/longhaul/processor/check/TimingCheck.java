package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;

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
            report.add(Problems.safeNotBelowTimeout(options.safeMillis(), timeout));
        }
        if (safe <= 0 || tick <= 0 || step < 0) {
            return;
        }
        if (tick >= safe) {
            report.add(Problems.tickNotBelowSafe(options.tickMillis(), safe));
        } else if (step > 0 && step >= safe - tick) {
            report.add(Problems.stepDoesNotFitSafe(options.maxStepMillis(), tick, safe));
        } else if (safe - tick - step < MARGIN) {
            report.add(Problems.handoffMarginThin(options.safeMillis(), safe - tick - step, MARGIN));
        }
    }
}
