package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.RuntimeClient;
import dev.longhaul.local.functions.Blocker;
import dev.longhaul.local.functions.Countdown;
import dev.longhaul.local.functions.Echo;
import dev.longhaul.local.functions.Flaky;
import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** What must hold of asynchronous events for function processes, whichever runtime client they run under. */
abstract class EventContract extends FunctionProcesses {

    EventContract(RuntimeClient runtimeClient) throws IOException {
        super(runtimeClient);
    }

    @Test
    void throttlesAboveTheReservedConcurrency() throws Exception {
        Path gate = folder.resolve("throttle");
        create(
                "single",
                Blocker.class,
                settings -> settings.reservedConcurrency(1)
                        .timeout(Duration.ofSeconds(60))
                        .environment(Map.of("GATE", gate.toString())));
        CompletableFuture<InvokeResponse> first = CompletableFuture.supplyAsync(() -> invoke("single", request -> {}));
        recorder.await(InvocationEvent.Started.class, 1, "single");

        assertThatThrownBy(() -> invoke("single", request -> {}))
                .isInstanceOfSatisfying(TooManyRequestsException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(429);
                    assertThat(refused.reasonAsString()).isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
                });
        String queued = send("single");
        recorder.await(InvocationEvent.Requeued.class, 1, "single");
        Files.createFile(gate);

        assertThat(first.get().payload().asUtf8String()).isEqualTo("\"through\"");
        Report late = reportOf(queued, 1).get(0);
        assertThat(late.status()).isEqualTo(InvocationStatus.SUCCEEDED);
        assertThat(late.attempt()).isEqualTo(1);
    }

    @Test
    void triesAFailedEventAgainWithTheSameRequestId() throws Exception {
        create("flaky", Flaky.class, settings -> settings.environment(flaky("flaky", 2)));

        String requestId = send("flaky");

        List<Report> reports = reportOf(requestId, 3);
        assertThat(reports).extracting(Report::attempt).containsExactly(1, 2, 3);
        assertThat(reports)
                .extracting(Report::status)
                .containsExactly(
                        InvocationStatus.FUNCTION_ERROR, InvocationStatus.FUNCTION_ERROR, InvocationStatus.SUCCEEDED);
        assertThat(Files.readAllLines(folder.resolve("flaky.txt"))).containsExactly(requestId, requestId, requestId);
        assertThat(unscaledDelays).contains(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void givesAnEventUpWithARecordWhenItsRetriesAreExhausted() throws Exception {
        create(
                "hopeless",
                Flaky.class,
                settings -> settings.maximumRetryAttempts(1).environment(flaky("hopeless", 9)));

        String requestId = send("hopeless");

        FailedEvent event = recorder.await(InvocationEvent.GivenUp.class, 1, "hopeless")
                .get(0)
                .event();
        assertThat(event.invocation().requestId()).isEqualTo(requestId);
        assertThat(event.condition()).isEqualTo(FailedEvent.Condition.RETRIES_EXHAUSTED);
        assertThat(event.invokeCount()).isEqualTo(2);
        assertThat(event.toJson())
                .contains("\"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":2")
                .contains("\"functionArn\":\"arn:aws:lambda:us-east-1:000000000000:function:hopeless:$LATEST\"")
                .contains("\"requestPayload\":{\"event\":1}")
                .contains("\"functionError\":\"Unhandled\"")
                .contains("\"responsePayload\":{\"errorMessage\":\"not yet");
        assertThat(local.failedEvents()).contains(event);
    }

    @Test
    void givesAnEventOfAFunctionThatIsTurnedOffUpAtOnce() throws Exception {
        create("off", Echo.class, settings -> settings.reservedConcurrency(0));

        send("off");

        FailedEvent event =
                recorder.await(InvocationEvent.GivenUp.class, 1, "off").get(0).event();
        assertThat(event.condition()).isEqualTo(FailedEvent.Condition.ZERO_RESERVED_CONCURRENCY);
        assertThat(event.invokeCount()).isZero();
    }

    @Test
    void runsAnEventAgainWhoseProcessWasKilled() throws Exception {
        Path gate = folder.resolve("killed");
        create(
                "victim",
                Blocker.class,
                settings -> settings.timeout(Duration.ofSeconds(60)).environment(Map.of("GATE", gate.toString())));
        String requestId = send("victim");
        recorder.await(
                InvocationEvent.LogLine.class,
                1,
                line -> line.requestId().equals(requestId) && line.text().equals("blocked"));

        kill("victim");
        Files.createFile(gate);

        List<Report> reports = reportOf(requestId, 2);
        assertThat(reports.get(0).status()).isEqualTo(InvocationStatus.EXITED);
        assertThat(reports.get(1).status()).isEqualTo(InvocationStatus.SUCCEEDED);
        assertThat(recorder.log(requestId))
                .contains("RequestId: " + requestId + " Error: Runtime exited with error: signal: killed");
    }

    @Test
    void letsAFunctionInvokeItselfWithItsTrace() throws Exception {
        create(
                "countdown",
                Countdown.class,
                settings -> settings.memoryMegabytes(512)
                        .timeout(Duration.ofSeconds(30))
                        .aliases(Set.of("live")));

        local.send("countdown:live", Payload.of("2"));

        recorder.await(InvocationEvent.Finished.class, 3, "countdown");
        List<String> lines = recorder
                .found(
                        InvocationEvent.LogLine.class,
                        line -> line.functionName().equals("countdown")
                                && line.text().startsWith("left "))
                .stream()
                .map(InvocationEvent.LogLine::text)
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("left 2 trace Root=1-")
                .contains(";Lineage=1:")
                .endsWith(":0");
        // The same trace, one pass further each time.
        String trace = lines.get(0).substring("left 2 ".length(), lines.get(0).length() - 1);
        assertThat(lines).containsExactly("left 2 " + trace + 0, "left 1 " + trace + 1, "left 0 " + trace + 2);
    }

    @Test
    void stopsALoopThatIsNotAllowedAndNoOther() throws Exception {
        create(
                "looping",
                Countdown.class,
                settings -> settings.memoryMegabytes(512).timeout(Duration.ofSeconds(30)));
        create(
                "allowed",
                Countdown.class,
                settings -> settings.memoryMegabytes(512)
                        .timeout(Duration.ofSeconds(30))
                        .allowLoops());

        local.send("looping", Payload.of("17"));
        local.send("allowed", Payload.of("17"));

        FailedEvent stopped = recorder.await(InvocationEvent.GivenUp.class, 1, "looping")
                .get(0)
                .event();
        assertThat(stopped.condition()).isEqualTo(FailedEvent.Condition.RECURSIVE_LOOP);
        assertThat(stopped.invokeCount()).isZero();
        assertThat(stopped.invocation().payload().text())
                .as("the event behind 16 others")
                .isEqualTo("1");
        recorder.await(InvocationEvent.Finished.class, 18, "allowed");
    }
}
