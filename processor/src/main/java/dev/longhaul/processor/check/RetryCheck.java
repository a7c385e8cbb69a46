package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Retry;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;

/** Whether a step is tried again as it can be. */
final class RetryCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        for (Located<String> stray : job.work().strays()) {
            report.add(MemberProblems.strayRetry(stray));
        }
        Retry retry = job.work().retry();
        if (retry == null) {
            return;
        }
        positive("attempts", retry.attempts(), report);
        positive("firstDelayMillis", retry.firstDelayMillis(), report);
        long first = retry.firstDelayMillis().value();
        if (first > 0 && retry.maxDelayMillis().value() < first) {
            report.add(Problems.maxDelayBelowFirst(retry.maxDelayMillis(), first));
        }
        for (Located<String> unseen : retry.unseen()) {
            report.add(Problems.retryUnseen(unseen));
        }
    }

    private static void positive(String option, Located<? extends Number> value, Report report) {
        if (value.value().longValue() <= 0) {
            report.add(Problems.notPositive(ProblemId.RetryOutOfRange, option, value));
        }
    }
}
