package dev.longhaul.testing.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of money in {@code docs/benchmarks.md}: each figure is computed here, from what the engine does. */
class MoneyTest {

    private static final long STEPS = 10_000_000;
    private static final long STEP_MILLIS = 10;

    /** us-east-1, arm64, the memory that a job has by default. */
    private static final double GIGABYTES = 1_769 / 1_024.0;

    private static final double GIGABYTE_SECOND = 0.0000133334;
    private static final double REQUEST = 0.20 / 1_000_000;
    private static final double WRITE_UNIT = 0.625 / 1_000_000;
    private static final double READ_UNIT = 0.125 / 1_000_000;
    private static final double DURABLE_OPERATION = 8.0 / 1_000_000;
    private static final double TRANSITION = 25.0 / 1_000_000;

    @Test
    void theTableIsWhatTheEngineDoes() throws Exception {
        Ledger ledger = new Ledger(new ShortStepsHandler());
        ShortSteps.step = () -> ledger.work(STEP_MILLIS);

        ChainRecord end = ledger.run("{\"steps\":" + STEPS + "}");

        assertThat(end.status()).isEqualTo(ChainStatus.COMPLETED);
        assertThat(end.steps()).isEqualTo(STEPS);
        assertThat(ledger.workMillis).isEqualTo(STEPS * STEP_MILLIS);
        double work = seconds(ledger.workMillis);
        double time = seconds(ledger.billedMillis - ledger.workMillis);
        double units = ledger.writeUnits * WRITE_UNIT + ledger.readUnits * READ_UNIT;
        double requests = ledger.hops * REQUEST;
        assertThat(documented())
                .containsExactly(
                        row("the work itself", work),
                        row("Longhaul: time between the steps, in %d hops".formatted(ledger.hops), time),
                        row("Longhaul: requests to DynamoDB and Lambda", units + requests),
                        row("Longhaul in all", time + units + requests),
                        row("durable functions, an operation a step", STEPS * DURABLE_OPERATION),
                        row("Step Functions Standard, a transition a step", STEPS * TRANSITION));
    }

    private static double seconds(long millis) {
        return millis / 1_000.0 * GIGABYTES * GIGABYTE_SECOND;
    }

    private static String row(String what, double usd) {
        String rounded = new BigDecimal(usd)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
        return "| " + what + " | $" + rounded + " |";
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "benchmarks.md")).stream()
                .dropWhile(line -> !line.equals("| | costs |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
