package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The trace header as AWS's SDK really sends it: one, the invocation's own. */
class TraceHeaderTest {

    private static final String ONE = SendingProcess.HEADER;

    @Test
    void oneTraceHeaderIsSentFromEveryThreadAndDoesNotGrow() throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SendingProcess.class.getName())
                .redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_FUNCTION_NAME", "F",
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "none",
                        "AWS_SECRET_ACCESS_KEY", "none"));
        Process sending = process.start();

        assertThat(new String(sending.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "property: " + ONE,
                        "thread-local: " + ONE,
                        "another one's: " + ONE,
                        "another thread: " + ONE,
                        "doubled: " + ONE,
                        "found doubled: " + ONE,
                        "none: ",
                        "after 300 hops: " + ONE);
        assertThat(sending.waitFor()).isZero();
    }
}
