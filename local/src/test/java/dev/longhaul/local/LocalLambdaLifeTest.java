package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.functions.Blocker;
import dev.longhaul.local.functions.Echo;
import dev.longhaul.local.functions.Flood;
import dev.longhaul.local.functions.Teller;
import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalLambdaLifeTest {

    private static final long LOOK_NANOS = 5_000_000;

    private final Recorder recorder = new Recorder();
    private final LocalOptions options = LocalOptions.defaults().withListener(recorder);

    @TempDir
    Path folder = Path.of("");

    @Test
    void endsEnvironmentsThatAreIdleForLong() throws Exception {
        try (LocalLambda local = LocalLambda.start(options.withIdleTime(Duration.ofMillis(1)))) {
            local.create(echo("echo"));
            local.invoke("echo", Payload.of("1"));
            long pid = recorder.await(InvocationEvent.Started.class, 1, "echo")
                    .get(0)
                    .pid();

            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());

            InvocationResult next = local.invoke("echo", Payload.of("2"));
            assertThat(next).isInstanceOf(InvocationResult.Completed.class);
            assertThat(recorder.await(InvocationEvent.Started.class, 2, "echo")
                            .get(1)
                            .coldStart())
                    .isTrue();
        }
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() throws Exception {
        LocalLambda local = LocalLambda.start(options.withDelays(delay -> Duration.ofHours(1)));
        local.create(FunctionConfig.builder("blocker", Blocker.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .timeout(Duration.ofSeconds(60))
                .environment(Map.of("GATE", folder.resolve("never").toString()))
                .build());
        Path files = filesOf(local);
        assertThat(files).isNotEmptyDirectory();
        String running = local.send("blocker", Payload.of("\"running\""));
        InvocationEvent.Started started =
                recorder.await(InvocationEvent.Started.class, 1, "blocker").get(0);

        local.close();
        local.close();

        assertThat(ProcessHandle.of(started.pid())).isEmpty();
        InvocationEvent.Finished finished =
                recorder.await(InvocationEvent.Finished.class, 1, "blocker").get(0);
        assertThat(finished.report().status()).isEqualTo(InvocationStatus.EXITED);
        assertThat(local.failedEvents()).singleElement().satisfies(event -> {
            assertThat(event.invocation().requestId()).isEqualTo(running);
            assertThat(event.condition()).isEqualTo(FailedEvent.Condition.CLOSED);
            assertThat(event.invokeCount()).isEqualTo(1);
        });
        assertThat(local.pendingEvents()).isZero();
        assertThat(files).doesNotExist();
        assertThat(local.invoke("blocker", Payload.of("{}"))).isInstanceOf(InvocationResult.Unavailable.class);
    }

    @Test
    void runsWhatWasQueuedWhenItEndedInTheNextOne() throws Exception {
        Path gate = folder.resolve("gate");
        FunctionConfig blocker = FunctionConfig.builder("blocker", Blocker.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .timeout(Duration.ofSeconds(60))
                .reservedConcurrency(1)
                .environment(Map.of("GATE", gate.toString()))
                .build();
        LocalOptions kept = options.withEvents(folder.resolve("events")).withDelays(delay -> Duration.ofHours(1));
        LocalLambda first = LocalLambda.start(kept);
        first.create(blocker);
        String running = first.send("blocker", Payload.of("\"running\""));
        recorder.await(InvocationEvent.Started.class, 1, "blocker");
        String waiting = first.send("blocker", Payload.of("\"waiting\""));
        recorder.await(InvocationEvent.Requeued.class, 1, "blocker");

        first.close();
        assertThat(first.failedEvents()).isEmpty();
        Files.createFile(gate);

        try (LocalLambda second = LocalLambda.start(kept.withDelays(delay -> Duration.ofMillis(20)))) {
            second.create(blocker);
            recorder.await(InvocationEvent.Finished.class, 3, "blocker");
        }
        assertThat(recorder.found(
                        InvocationEvent.Finished.class,
                        event -> event.report().status().equals(InvocationStatus.SUCCEEDED)))
                .extracting(InvocationEvent.Finished::requestId)
                .containsExactlyInAnyOrder(running, waiting);
        try (LocalLambda third = LocalLambda.start(kept)) {
            third.create(blocker);
            assertThat(third.pendingEvents()).isZero();
        }
    }

    @Test
    void boundsAllFunctionsWithoutAReservationTogether() throws Exception {
        Path gate = folder.resolve("gate");
        try (LocalLambda local =
                LocalLambda.start(options.withConcurrency(1).withDelays(delay -> Duration.ofMillis(20)))) {
            local.create(FunctionConfig.builder("blocker", Blocker.class.getName())
                    .classPath(CallerClassPath.of(getClass()))
                    .timeout(Duration.ofSeconds(60))
                    .environment(Map.of("GATE", gate.toString()))
                    .build());
            local.create(echo("other"));
            local.send("blocker", Payload.of("{}"));
            recorder.await(InvocationEvent.Started.class, 1, "blocker");

            assertThat(local.invoke("other", Payload.of("{}")))
                    .isEqualTo(new InvocationResult.Throttled(InvocationResult.Reason.ACCOUNT_CONCURRENCY));
            Files.createFile(gate);
            recorder.await(InvocationEvent.Finished.class, 1, "blocker");
        }
    }

    @Test
    void runsWhatRanOnItsVersionAndWhatComesOnTheNextOne() throws Exception {
        Path gate = folder.resolve("gate");
        FunctionConfig.Builder settings = FunctionConfig.builder("function", Blocker.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .timeout(Duration.ofSeconds(60))
                .environment(Map.of("GATE", gate.toString()));
        FunctionConfig next = FunctionConfig.builder("function", Echo.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .timeout(Duration.ofSeconds(30))
                .build();
        try (LocalLambda local = LocalLambda.start(options)) {
            local.create(settings.build());
            String ran = local.send("function", Payload.of("{}"));
            recorder.await(InvocationEvent.Started.class, 1, "function");

            local.update(next);

            assertThat(local.invoke("function", Payload.of("[2]")))
                    .isInstanceOfSatisfying(
                            InvocationResult.Completed.class,
                            completed -> assertThat(completed.payload().text()).isEqualTo("[2]"));
            Files.createFile(gate);
            recorder.await(InvocationEvent.Finished.class, 2, "function");
            assertThat(recorder.log(ran)).contains("blocked");
            assertThatThrownBy(
                            () -> local.update(settings.reservedConcurrency(1).build()))
                    .hasMessage(
                            "the update of function function changes its reserved concurrency, its retries or its event"
                                    + " age: keep them, or create another function");
            assertThatThrownBy(() -> local.update(echo("another")))
                    .hasMessageContaining("function:another: create it first");
        }
    }

    @Test
    void freezesAnEnvironmentBetweenInvocations() throws Exception {
        try (LocalLambda local = LocalLambda.start(options)) {
            local.create(echo("echo"));
            local.invoke("echo", Payload.of("1"));
            long pid = recorder.await(InvocationEvent.Started.class, 1, "echo")
                    .get(0)
                    .pid();
            Path status = Path.of("/proc", String.valueOf(pid), "status");
            assumeTrue(Files.exists(status), "the system tells the state of a process");

            while (!Files.readString(status).contains("State:\tT")) {
                LockSupport.parkNanos(LOOK_NANOS);
            }

            assertThat(local.invoke("echo", Payload.of("2"))).isInstanceOf(InvocationResult.Completed.class);
            assertThat(recorder.await(InvocationEvent.Started.class, 2, "echo"))
                    .extracting(InvocationEvent.Started::pid)
                    .containsExactly(pid, pid);
        }
    }

    @Test
    void passesMegabytesOfOutputOn() throws Exception {
        try (LocalLambda local = LocalLambda.start(options)) {
            local.create(FunctionConfig.builder("flood", Flood.class.getName())
                    .classPath(CallerClassPath.of(getClass()))
                    .timeout(Duration.ofMinutes(5))
                    .build());

            InvocationResult result = local.invoke("flood", Payload.of("{}"));

            assertThat(result).isInstanceOfSatisfying(InvocationResult.Completed.class, completed -> {
                assertThat(completed.isError()).isFalse();
                assertThat(completed.logTail().size()).isEqualTo(4_096);
                assertThat(recorder.log(completed.report().requestId()))
                        .filteredOn(line -> line.startsWith("line "))
                        .hasSize(Flood.LINES);
            });
        }
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        try (LocalLambda local = LocalLambda.start(options)) {
            local.create(echo("echo"));
            int port = local.endpoint().getPort();

            assertThatThrownBy(() -> local.create(echo("echo")))
                    .hasMessage("there is a function echo already: give another name");
            assertThatThrownBy(() -> local.send("eccho", Payload.of("{}")))
                    .hasMessage("there is no function arn:aws:lambda:us-east-1:000000000000:function:eccho:"
                            + " create it first");
            assertThatThrownBy(() -> local.send("echo:live", Payload.of("{}")))
                    .hasMessageContaining("function:echo:live: create it first");
            assertThatThrownBy(() -> local.send("a function", Payload.of("{}")))
                    .hasMessage("\"a function\" is neither a function's name nor an ARN of one");
            assertThatThrownBy(() -> LocalLambda.start(options.withPort(port)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("port " + port + " on 127.0.0.1 cannot be taken");
        }
    }

    private static FunctionConfig echo(String name) {
        return FunctionConfig.builder(name, Echo.class.getName())
                .classPath(CallerClassPath.of(LocalLambdaLifeTest.class))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    /** A function is told where they are. */
    private static Path filesOf(LocalLambda local) throws InterruptedException {
        local.create(FunctionConfig.builder("teller", Teller.class.getName())
                .classPath(CallerClassPath.of(LocalLambdaLifeTest.class))
                .timeout(Duration.ofSeconds(30))
                .build());
        InvocationResult told = local.invoke("teller", Payload.of("{}"));
        String text = ((InvocationResult.Completed) told).payload().text();
        Matcher folder = Pattern.compile("LAMBDA_RUNTIME_DIR=(.*?)\\\\n").matcher(text);
        assertThat(folder.find()).isTrue();
        return Path.of(folder.group(1));
    }
}
