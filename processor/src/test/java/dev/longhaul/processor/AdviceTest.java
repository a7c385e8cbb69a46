package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what a message says to do leads to a job that compiles. */
class AdviceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeoutMillis = 90_500",
                "timeoutMillis = 500",
                "timeoutMillis = -1",
                "timeoutMillis = 60_500",
                "safeMillis = 60_999, timeoutMillis = 60_100",
                "timeoutMillis = 900_001",
                "safeMillis = 899_999, timeoutMillis = 10",
                "timeoutMillis = Long.MAX_VALUE",
                "compute = Compute.MANAGED_INSTANCES, memoryMegabytes = 2_048, timeoutMillis = 5_400_001"
            })
    void theTimeoutThatIsNamedIsAccepted(String options) {
        String message = error(Templates.compilation(Templates.plain(options)));

        String mended = options.replaceAll("timeoutMillis = [^,]+", "timeoutMillis = " + advice(message));

        assertThat(message).startsWith("[TimeoutNotWholeSeconds]");
        assertThat(Templates.compilation(Templates.plain(mended)).errors())
                .as(mended)
                .isEmpty();
    }

    private static String error(Compilation compilation) {
        assertThat(compilation.errors()).hasSize(1);
        return compilation.errors().get(0).getMessage(null);
    }

    private static String advice(String message) {
        return Pattern.compile("Use (\\d+)\\.")
                .matcher(message)
                .results()
                .map(match -> match.group(1))
                .findAny()
                .orElseThrow();
    }
}
