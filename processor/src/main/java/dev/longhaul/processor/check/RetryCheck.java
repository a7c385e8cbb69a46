package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Retry;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;

/** Whether a step is tried again as it can be. */
final class RetryCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        for (Located<String> stray : job.work().strays()) {
            report.add(strayRetry(stray));
        }
        Retry retry = job.work().retry();
        if (retry == null) {
            return;
        }
        positive("attempts", retry.attempts(), report);
        positive("firstDelayMillis", retry.firstDelayMillis(), report);
        long first = retry.firstDelayMillis().value();
        if (first > 0 && retry.maxDelayMillis().value() < first) {
            report.add(maxDelayBelowFirst(retry.maxDelayMillis(), first));
        }
        for (Located<String> unseen : retry.unseen()) {
            report.add(retryUnseen(unseen));
        }
    }

    private static void positive(String option, Located<? extends Number> value, Report report) {
        if (value.value().longValue() <= 0) {
            report.add(Problems.notPositive(ProblemId.RetryOutOfRange, option, value));
        }
    }

    /** A method that nothing tries again. */
    private static Problem strayRetry(Located<String> method) {
        return Problem.error(
                ProblemId.OrphanAnnotation,
                method.value()
                        + " is annotated @Retry, but is no @Step, so nothing reads it. Move the annotation to the step,"
                        + " or remove it.",
                method);
    }

    /** The first delay would be longer than the longest. */
    private static Problem maxDelayBelowFirst(Located<Long> longest, long first) {
        return Problem.error(
                ProblemId.RetryOutOfRange,
                "maxDelayMillis is " + longest.value() + " and firstDelayMillis is " + first
                        + ": no delay would be the first one. Make maxDelayMillis at least as large.",
                longest);
    }

    /** The handler can't ask for an exception. */
    private static Problem retryUnseen(Located<String> type) {
        return Problem.error(
                ProblemId.RetryOutOfRange,
                "notOn names " + type.value()
                        + ", which is private, or of another package and not public, and the handler"
                        + " asks for it. Make it package-private or public.",
                type);
    }
}
