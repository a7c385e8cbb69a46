package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.prices.Prices;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the job can cost at most, and whether it may. */
final class CostCheck implements Check {

    /** What the sum is wrong by. */
    private static final Set<ProblemId> NUMBERS = EnumSet.of(
            ProblemId.MaxHopsNotPositive,
            ProblemId.MaxWakesNotPositive,
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
            report.add(worstCaseCostAboveLimit(limit, worst.sum(), worst.usd()));
        } else if (report.isClean() && job.isWhole()) {
            report.add(worstCase(job.at(), job.name() + ": " + worst.text()));
        }
    }

    /** The worst case costs more than the job may. */
    private static Problem worstCaseCostAboveLimit(Located<Double> limit, String sum, double cost) {
        return Problem.error(
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

    /** What the job can come to, for its author to know. */
    private static Problem worstCase(Located<?> job, String text) {
        return Problem.note(ProblemId.WorstCase, text, job);
    }
}
