package dev.longhaul.local.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReportTest {

    @Test
    void isPrintedAsLambdaPrintsIt() {
        Report warm = report(InvocationStatus.SUCCEEDED, Duration.ofNanos(1_234_567), Optional.empty());

        assertThat(warm.line())
                .isEqualTo("REPORT RequestId: abc\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 512 MB\tMax"
                        + " Memory Used: 101 MB\t");
    }

    @Test
    void billsInitTooAndRoundsTheSumUp() {
        Report cold = report(
                InvocationStatus.FUNCTION_ERROR,
                Duration.ofNanos(2_400_000),
                Optional.of(Duration.ofNanos(100_300_000)));

        assertThat(cold.billed()).isEqualTo(Duration.ofMillis(103));
        assertThat(cold.line())
                .isEqualTo("REPORT RequestId: abc\tDuration: 2.40 ms\tBilled Duration: 103 ms\tMemory Size: 512"
                        + " MB\tMax Memory Used: 101 MB\tInit Duration: 100.30 ms\t");
    }

    @Test
    void billsWholeMillisecondsAsTheyAre() {
        assertThat(report(InvocationStatus.SUCCEEDED, Duration.ofMillis(7), Optional.empty())
                        .billed())
                .isEqualTo(Duration.ofMillis(7));
        assertThat(report(InvocationStatus.SUCCEEDED, Duration.ofNanos(7_000_001), Optional.empty())
                        .billed())
                .isEqualTo(Duration.ofMillis(8));
        assertThat(report(InvocationStatus.SUCCEEDED, Duration.ZERO, Optional.empty())
                        .billed())
                .isZero();
    }

    @Test
    void tellsWhatLambdaItselfEnded() {
        assertThat(report(InvocationStatus.TIMED_OUT, Duration.ofSeconds(3), Optional.empty())
                        .line())
                .contains("\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\t")
                .endsWith("\tStatus: timeout\t");
        assertThat(report(InvocationStatus.EXITED, Duration.ZERO, Optional.empty())
                        .line())
                .endsWith("\tStatus: error\tError Type: Runtime.ExitError\t");
        assertThat(report(InvocationStatus.INIT_ERROR, Duration.ZERO, Optional.empty())
                        .line())
                .endsWith("\tStatus: error\tError Type: Runtime.InitError\t");
    }

    private static Report report(InvocationStatus status, Duration duration, Optional<Duration> init) {
        return new Report("abc", 1, status, duration, init, 512, 101);
    }
}
