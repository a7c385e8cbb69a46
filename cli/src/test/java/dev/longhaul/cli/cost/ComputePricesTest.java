package dev.longhaul.cli.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the same work costs where. */
class ComputePricesTest {

    private static final long HOP = 840_000;

    private final ComputePrices prices = ComputePrices.read();

    private Estimate at(String place, Work work) {
        return prices.of(work, "us-east-1").stream()
                .filter(estimate -> estimate.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anHourOfOneVcpu() {
        Work hour = new Work(3_600_000, 1_769, HOP, 0);

        // 3,600 s x 1,769/1,024 GB x the price of a gigabyte-second, and 5 requests of $0.20 a million.
        assertThat(at("Lambda arm64", hour).usd()).isEqualTo(0.082922 + 0.000001, within(1e-5));
        assertThat(at("Lambda x86", hour).usd()).isEqualTo(0.103653 + 0.000001, within(1e-5));
        assertThat(at("Lambda arm64", hour).what()).isEqualTo("1769 MB, 5 hops");
        assertThat(at("Fargate x86", hour).usd()).isEqualTo(0.04048 + 2 * 0.004445, within(1e-9));
        assertThat(at("Fargate arm64", hour).what()).isEqualTo("1 vCPU, 2 GB");
        assertThat(at("EC2 arm64", hour).what()).isEqualTo("m7g.medium");
        assertThat(at("EC2 arm64", hour).usd()).isEqualTo(0.0408, within(1e-9));
        assertThat(at("EC2 arm64", hour).seconds()).isEqualTo(3_600);
        assertThat(at("Managed Instances arm64", hour).usd()).isEqualTo(0.0408 * 1.15 + 0.000001, within(1e-9));
    }

    @Test
    void theCheapestIsFirst() {
        List<Estimate> estimates = prices.of(new Work(3_600_000, 1_769, HOP, 2_000), "us-east-1");

        assertThat(estimates).hasSize(8).isSortedAccordingTo(Comparator.comparingDouble(Estimate::usd));
        assertThat(estimates.get(0).place()).isEqualTo("Fargate arm64");
    }

    @Test
    void whatIsShortCostsAMinuteWhereThatIsTheLeast() {
        Work second = new Work(1_000, 1_769, HOP, 0);

        assertThat(at("Lambda arm64", second).seconds()).isEqualTo(1);
        assertThat(at("Fargate arm64", second).seconds()).isEqualTo(60);
    }

    @Test
    void theOverheadOfEachHopCounts() {
        assertThat(at("Lambda arm64", new Work(2 * HOP + 1.0, 128, HOP, 2_000)).seconds())
                .isEqualTo(1_686.001, within(1e-6));
    }

    @Test
    void whatNoMachineHasIsLeftOut() {
        Work large = new Work(1_000, 32_768, HOP, 0);

        assertThat(prices.of(large, "us-east-1")).extracting(Estimate::place).doesNotContain("EC2 arm64");
        assertThatThrownBy(() -> new Work(1_000, 64, HOP, 0)).hasMessageContaining("Give 128 to 32768 MB");
    }
}
