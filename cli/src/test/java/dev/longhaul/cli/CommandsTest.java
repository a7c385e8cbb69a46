package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.cli.Terminal.Result;
import dev.longhaul.local.function.CallerClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All commands, one after the other, with a local Lambda that the first of them runs. */
class CommandsTest {

    private static final long LOOK_NANOS = 20_000_000;

    @TempDir
    static Path folder;

    private static Thread lambda;

    @BeforeAll
    static void run() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run"));
        CallerClassPath.of(CommandsTest.class).forEach(entry -> arguments.add(entry.toString()));
        arguments.addAll(List.of("--dir", folder.toString(), "--quiet"));
        lambda = new Thread(() -> Terminal.run(arguments.toArray(String[]::new)));
        lambda.start();
        LocalFolder local = new LocalFolder(folder);
        while (local.running().isEmpty()) {
            assertThat(lambda.isAlive()).as("the local Lambda runs").isTrue();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @AfterAll
    static void end() throws Exception {
        lambda.interrupt();
        lambda.join();
        assertThat(new LocalFolder(folder).running()).isEmpty();
    }

    private static Result longhaul(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--local", "--dir", folder.toString()));
        return Terminal.run(all.toArray(String[]::new));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Test
    void aChainIsStartedAndWatchedToItsEnd() {
        Result watched = longhaul("start", "Tally", "watched", "--input", "{\"to\":120,\"stumblesAt\":0}", "--watch");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.out())
                .contains(
                        "[##############################] 100 %  120 of 120",
                        "COMPLETED", "result: \"counted to 120\"");
        assertThat(watched.out()).as("the price, which its function knows").contains("$0.0000");

        assertThat(longhaul("start", "Tally", "watched").err())
                .contains(
                        "there is a chain watched of Tally already, and it is COMPLETED. Start another one by another name.");
        assertThat(longhaul("list", "Tally", "--status", "completed").out())
                .containsPattern("watched +COMPLETED +\\d+ +120 +100 % ");
        assertThat(longhaul("show", "Tally", "watched").out())
                .contains(
                        "COMPLETED",
                        "100 %  120 of 120  counting",
                        "of 50 hops",
                        "result    \"counted to 120\"",
                        "HANDED_OFF",
                        "FINISHED");
        assertThat(longhaul("show", "Tally", "watched", "--json", "--state").out())
                .startsWith("{\"chain\":\"watched\",\"job\":\"Tally\",\"status\":\"COMPLETED\"")
                .contains("\"costUsd\":", "\"maxHops\":{\"used\":", "\"state\":{\"count\":120,");
        assertThat(longhaul("cost", "Tally", "watched").out()).contains(" a million units; 120 are done");
        assertThat(longhaul("cost", "Tally", "watched", "--memory", "256", "--json")
                        .out())
                .contains("\"memoryMegabytes\":256", "\"usdPerUnit\":");
        assertThat(longhaul("logs", "Tally", "watched").out()).contains("hop 0  claimed", "at 100", "completed");
        assertThat(longhaul("logs", "Tally", "other").out()).isEmpty();
        assertThat(longhaul("sweep").out()).contains("0 sent again");
    }

    @Test
    void aChainIsStoppedAndResumed() {
        assertThat(longhaul("start", "Tally", "stopped", "--input", "{\"to\":100000,\"stumblesAt\":0}")
                        .out())
                .isEqualTo("sent the start of stopped; watch it: longhaul watch Tally stopped --local\n");
        await(() -> longhaul("show", "Tally", "stopped", "--store-only").status() == 0);

        assertThat(longhaul("stop", "Tally", "stopped", "--reason", "enough").out())
                .startsWith("asked stopped to stop");
        Result watched = longhaul("watch", "Tally", "stopped", "--store-only");
        assertThat(watched.status()).isEqualTo(ExitCode.NOT_COMPLETED);
        assertThat(watched.out()).contains("STOPPED", "StopRequested: enough");

        Result resumed = longhaul("resume", "Tally", "stopped");
        assertThat(resumed.out()).startsWith("resumed stopped behind ").contains("is on its way to arn:aws:lambda:");
        await(() -> longhaul("list", "Tally", "--status", "running", "--prefix", "stopped")
                .out()
                .contains("stopped"));
        longhaul("stop", "Tally", "stopped", "--reason", "again");
        assertThat(longhaul("watch", "Tally", "stopped", "--json").out())
                .contains("\"failure\":{\"kind\":\"StopRequested\",\"message\":\"again\"}");
    }

    @Test
    void aChainIsSentASignal() {
        longhaul("start", "Tally", "signalled", "--input", "{\"to\":400,\"stumblesAt\":0}");
        await(() -> longhaul("show", "Tally", "signalled", "--store-only").status() == 0);

        assertThat(longhaul("signal", "Tally", "signalled", "raise", "--input", "5", "--id", "first")
                        .out())
                .isEqualTo("sent the signal raise to signalled; its id is first\n");
        longhaul("signal", "Tally", "signalled", "raise", "--input", "5", "--id", "first");
        Result refused = longhaul("signal", "Tally", "signalled", "lower");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.err())
                .contains("the job Tally has no @OnSignal(\"lower\"), but of raise.")
                .doesNotContain("stackTrace");

        assertThat(longhaul("watch", "Tally", "signalled", "--store-only").out())
                .contains("result: \"counted to 405\"");
        assertThat(longhaul("signal", "Tally", "signalled", "raise", "--input", "5")
                        .err())
                .contains("chain signalled is COMPLETED: it has ended, and takes no signal.");
    }

    @Test
    void aChainThatIsDoneIsNotResumed() {
        longhaul("start", "Tally", "done", "--input", "{\"to\":1,\"stumblesAt\":0}", "--watch");

        assertThat(longhaul("resume", "Tally", "done").err())
                .isEqualTo("longhaul: chain done is COMPLETED; only one that FAILED or was STOPPED can be resumed."
                        + " Start another chain by another name.\n");
    }

    @Test
    void aChainThatFailsEndsTheWatchWithItsReason() {
        Result failed = longhaul("start", "Tally", "failed", "--input", "{\"to\":9,\"stumblesAt\":3}", "--watch");

        assertThat(failed.status()).isEqualTo(ExitCode.NOT_COMPLETED);
        assertThat(failed.out())
                .contains(
                        "FAILED",
                        "java.lang.IllegalStateException: stumbled",
                        "longhaul resume Tally failed starts it again");
        assertThat(longhaul("start", "Tally", "failed").err()).contains("it is FAILED. Start it again with resume");
        assertThat(longhaul("list", "Tally", "--json", "--prefix", "fail").out())
                .contains(
                        "\"failure\":{\"kind\":\"java.lang.IllegalStateException\"",
                        "\"more\":false",
                        "\"unreadable\":[]");
    }

    @Test
    void aChainIsRunOnAtHomeAndNothingIsWrittenBack() {
        longhaul("start", "Tally", "home", "--input", "{\"to\":9,\"stumblesAt\":3}", "--watch");
        String before = longhaul("show", "Tally", "home", "--store-only", "--json", "--state")
                .out();
        List<String> debug = new ArrayList<>(List.of("debug", "Tally", "home"));
        CallerClassPath.of(CommandsTest.class).forEach(entry -> debug.add(entry.toString()));

        Result failed = longhaul(debug.toArray(String[]::new));
        debug.add("--kill-at-every-point");
        Result killed = longhaul(debug.toArray(String[]::new));

        assertThat(failed.err())
                .contains("chain home of Tally is FAILED, hop 0, with 0 steps committed; it goes on here in memory");
        assertThat(failed.status()).as("it stumbles again").isEqualTo(ExitCode.NOT_COMPLETED);
        assertThat(killed.status()).as("undisturbed it fails").isEqualTo(ExitCode.REFUSED);
        assertThat(longhaul("show", "Tally", "home", "--store-only", "--json", "--state")
                        .out())
                .isEqualTo(before);
    }

    @Test
    void aWatchEndsInTime() {
        longhaul("start", "Tally", "long", "--input", "{\"to\":100000,\"stumblesAt\":0}");
        await(() -> longhaul("show", "Tally", "long", "--store-only").status() == 0);

        Result watched = longhaul("watch", "Tally", "long", "--timeout", "1s", "--store-only");

        assertThat(watched.status()).isEqualTo(ExitCode.TIMED_OUT);
        assertThat(watched.err()).contains("chain long has not ended after 1.0 s: it is ");
        longhaul("stop", "Tally", "long");
    }

    @Test
    void theConsoleIsNamed() {
        assertThat(longhaul("console").out()).matches("console  http://127\\.0\\.0\\.1:\\d+/#token=[\\w-]{32}\n");
        assertThat(longhaul("console", "--json").out()).startsWith("{\"console\":\"http://127.0.0.1:");
        Result nobodys = Terminal.run("console", "--store", folder.toUri().toString());
        assertThat(nobodys.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(nobodys.err()).contains("whose chains? Name the jobs: longhaul console JOB...");
    }

    @Test
    void aSecondLambdaInTheFolderIsRefused() {
        Result second = Terminal.run(
                "run", CallerClassPath.of(CommandsTest.class).get(0).toString(), "--dir", folder.toString());

        assertThat(second.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(second.err()).contains("a local Lambda runs in " + folder + " already");
    }
}
