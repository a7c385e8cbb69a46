package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the command refuses, and how it says so; what it does is in the tests with processes. */
class MainTest {

    private static final String JOB = SlowJob.class.getName();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void helpSaysWhatThereIs() throws Exception {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("usage: java -cp ... dev.longhaul.runtime.Main HANDLER");
        assertThat(errors.size()).isZero();
    }

    @Test
    void aWrongOptionIsNamed() throws Exception {
        refused(2, "the first argument is the handler's class, such as com.acme.ReconcilePaymentsHandler. See --help.");
        refused(
                2,
                "the first argument is the handler's class, such as com.acme.ReconcilePaymentsHandler, and it is --start",
                "--start",
                "x");
        refused(2, "there is no option --strat. See --help.", JOB, "--strat", "x");
        refused(2, "--start has no value. See --help.", JOB, "--start");
        refused(2, "--look is given twice. See --help.", JOB, "--look", "1s", "--look", "2s");
        refused(2, "--start and --chain are given: give one of them. See --help.", JOB, "--start", "x", "--chain", "y");
        refused(2, "--input is for a chain that is started: give --start, too. See --help.", JOB, "--input", "{}");
        refused(
                2,
                "--at-once is for chains that are found, and one is named: leave it out",
                JOB,
                "--at-once",
                "2",
                "--chain",
                "y");
        refused(2, "--at-once is 0: give a number from 1 to 1000", JOB, "--at-once", "0");
        refused(2, "--look is 0s: give more than 0", JOB, "--look", "0s");
        refused(2, "--lease: \"soon\" is no time: write one like 90s, 15min, 2h or 7d", JOB, "--lease", "soon");
    }

    @Test
    void whatDoesNotFitTheJobIsNamed() throws Exception {
        refused(
                2,
                "--deadline is 60000 ms, and safeMillis of Slow is 60000: no step would ever run",
                JOB,
                "--deadline",
                "60s");
        refused(2, "--grace is 10000 ms, and tickMillis of Slow is 10000", JOB, "--grace", "10s");
        refused(2, "--lease is 10000 ms, and tickMillis of Slow is 10000", JOB, "--lease", "10s");
    }

    @Test
    void aHandlerThatIsNoneIsNamed() throws Exception {
        refused(
                1,
                "there is no class com.acme.CountHandler on the class path. Give the handler",
                "com.acme.CountHandler");
        refused(
                1,
                "java.lang.String is no handler of a job. Give the class that the processor wrote: java.lang.StringHandler",
                "java.lang.String");
    }

    @Test
    void aStoreIsNeeded() throws Exception {
        refused(1, "the environment variable LONGHAUL_STORE is not set.", JOB);
    }

    private void refused(int status, String message, String... arguments) throws InterruptedException {
        errors.reset();
        assertThat(run(arguments)).isEqualTo(status);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith(message);
    }

    private int run(String... arguments) throws InterruptedException {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                arguments);
    }
}
