package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.prices.Prices;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import java.util.EnumSet;
import java.util.Set;

/** What the job can cost at most, and whether it may. */
final class CostCheck implements Check {

    /** What the sum is wrong by. */
    private static final Set<ProblemId> NUMBERS = EnumSet.of(
            ProblemId.MaxHopsNotPositive,
            ProblemId.TimeoutAboveLimit,
            ProblemId.TimeoutNotWholeSeconds,
            ProblemId.MemoryOutOfRange,
            ProblemId.NegativeMaxCost,
            ProblemId.CompilerOption);

    private final Prices prices;

    CostCheck(Prices prices) {
        this.prices = prices;
    }

    @Override
    public void check(Job job, Report report) {
        if (NUMBERS.stream().anyMatch(report::has)) {
            // A sum of wrong numbers helps nobody.
            return;
        }
        WorstCase worst = WorstCase.of(job.options(), prices);
        Located<Double> limit = job.options().maxCostUsd();
        if (limit.value() > 0 && worst.usd() > limit.value()) {
            report.add(Problems.worstCaseCostAboveLimit(limit, worst.sum(), worst.usd()));
        } else if (report.isClean() && job.isWhole()) {
            report.add(Problems.worstCase(job.at(), job.name() + ": " + worst.text()));
        }
    }
}
