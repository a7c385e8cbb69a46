package dev.longhaul.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformErrorTest {

    @ParameterizedTest
    @CsvSource({
        "0, Runtime exited without providing a reason",
        "1, Runtime exited with error: exit status 1",
        "128, Runtime exited with error: exit status 128",
        "134, Runtime exited with error: signal: aborted",
        "137, Runtime exited with error: signal: killed",
        "139, Runtime exited with error: signal: segmentation fault",
        "143, Runtime exited with error: signal: terminated",
        "159, Runtime exited with error: signal: 31",
    })
    void tellsHowAProcessEnded(int status, String text) {
        assertThat(PlatformError.exited(status)).isEqualTo(new PlatformError("Runtime.ExitError", text));
    }

    @Test
    void isShapedAsLambdaShapesIt() {
        assertThat(PlatformError.timedOut(Duration.ofSeconds(3)).payload("r-1").text())
                .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: r-1 Error: Task timed"
                        + " out after 3.00 seconds\"}");
    }
}
