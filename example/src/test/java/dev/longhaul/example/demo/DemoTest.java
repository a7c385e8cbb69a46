package dev.longhaul.example.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demos themselves: real processes that are killed, and the truth that each compares its job's work with. */
class DemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"reconcile", "poll", "move"})
    void theJobsWorkIsDoneOnceHoweverItsProcessDies(String name) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status;
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            status = Demo.run(List.of(name, "--kill", "2"), out);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        assertThat(text).contains("SIGKILL", "killed, Lambda tries again");
    }

    @Test
    void aCommandLineThatIsNotUnderstoodIsToldWithTheRightOne() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            assertThat(Demo.run(List.of("reconcile", "--kil", "2"), out)).isEqualTo(2);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--kil 2 is not understood.", "usage: reconcile");
    }
}
