package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.cli.Terminal.Result;
import dev.longhaul.local.function.CallerClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour that is a second: schedules and waits of a local Lambda. */
class TimeScaleTest {

    private static final long LOOK_NANOS = 50_000_000;

    @TempDir
    Path folder;

    @Test
    void aScheduleStartsAChainAndItsWaitEnds() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run"));
        CallerClassPath.of(TimeScaleTest.class).forEach(entry -> arguments.add(entry.toString()));
        arguments.addAll(List.of("--job", "Patient", "--dir", folder.toString(), "--time-scale", "3600"));
        List<Result> run = new ArrayList<>();
        Thread lambda = new Thread(() -> run.add(Terminal.run(arguments.toArray(String[]::new))));
        lambda.start();

        Result completed = completed();
        while (!completed.out().contains("COMPLETED")) {
            assertThat(lambda.isAlive()).isTrue();
            LockSupport.parkNanos(LOOK_NANOS);
            completed = completed();
        }

        // Named by the time of its start, as EventBridge does it.
        assertThat(completed.out()).containsPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ +COMPLETED");
        lambda.interrupt();
        lambda.join();
        assertThat(run.get(0).out())
                .contains(
                        "schedule      Patient: rate(1 hour)",
                        "time          waits, schedules and retries are 3,600 times shorter than on AWS");
    }

    private Result completed() {
        return Terminal.run(
                "list", "Patient", "--store", folder.resolve("store").toUri().toString(), "--status", "completed");
    }

    @Test
    void aScaleThatIsNoneIsNamed() {
        Result refused = Terminal.run("run", "function.jar", "--time-scale", "0");

        assertThat(refused.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).isEqualTo("longhaul: --time-scale is 0. Give a whole number from 1 to 100000.\n");
    }
}
