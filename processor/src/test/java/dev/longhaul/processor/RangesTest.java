package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options at the edges of their ranges. */
class RangesTest {

    @ParameterizedTest
    @CsvSource({"1.0 / 0, Infinity", "0.0 / 0, NaN", "-1.0 / 0, -Infinity"})
    void aCostThatIsNoAmountIsRefused(String written, String told) {
        assertThat(Templates.compilation(Templates.plain("maxCostUsd = " + written))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(Locale.ROOT))
                        .isEqualTo("[NegativeMaxCost] maxCostUsd is " + told
                                + ", and must be an amount of dollars. Use 0 to leave it open."));
    }
}
