package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.prices.Prices;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;

/** What the job can cost at most, and whether it may. */
final class CostCheck implements Check {

    private final Prices prices;

    CostCheck(Prices prices) {
        this.prices = prices;
    }

    @Override
    public void check(Job job, Report report) {
        if (!report.isClean()) {
            // A sum of wrong numbers helps nobody.
            return;
        }
        WorstCase worst = WorstCase.of(job.options(), prices);
        Located<Double> limit = job.options().maxCostUsd();
        if (limit.value() > 0 && worst.usd() > limit.value()) {
            report.add(Problems.worstCaseCostAboveLimit(limit, worst.sum(), worst.usd()));
        } else {
            report.add(Problems.worstCase(job.at(), job.name() + ": " + worst.text()));
        }
    }
}
