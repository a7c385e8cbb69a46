package dev.longhaul.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.RuntimeClient;
import dev.longhaul.local.functions.Blocker;
import dev.longhaul.local.functions.Chatterbox;
import dev.longhaul.local.functions.Counter;
import dev.longhaul.local.functions.Echo;
import dev.longhaul.local.functions.Flaky;
import dev.longhaul.local.functions.Quitter;
import dev.longhaul.local.functions.Relay;
import dev.longhaul.local.functions.Teller;
import dev.longhaul.local.functions.Unmakeable;
import dev.longhaul.local.invocation.FailedEvent;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.Outcome;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.local.process.EnvironmentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** What must hold of function processes, whichever runtime client they run under. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LocalLambdaContract {

    private static final Duration RETRY_DELAY = Duration.ofMillis(20);

    private final Recorder recorder = new Recorder();
    private final List<Duration> unscaledDelays = new ArrayList<>();
    private final LocalLambda local;
    private final LambdaClient client;

    @TempDir
    Path folder = Path.of("");

    LocalLambdaContract(RuntimeClient runtimeClient) throws IOException {
        local = LocalLambda.start(LocalOptions.defaults()
                .withRuntimeClient(runtimeClient)
                .withDelays(this::shorten)
                .withListener(recorder));
        client = LambdaClient.builder()
                .endpointOverride(local.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private synchronized Duration shorten(Duration lambdas) {
        unscaledDelays.add(lambdas);
        return RETRY_DELAY;
    }

    @BeforeAll
    void createSharedFunctions() {
        create("echo", Echo.class, settings -> settings.aliases(Set.of("live")));
    }

    @AfterAll
    void closeAll() {
        client.close();
        List<ProcessHandle> processes =
                local.environments().stream().map(EnvironmentStatus::process).toList();
        local.close();
        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void answersTheSdkWithPayloadVersionAndLog() {
        InvokeResponse response = invoke(
                "echo",
                request -> request.logType(LogType.TAIL).payload(SdkBytes.fromUtf8String("{\"text\":\"grüezi ✓\"}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.payload().asUtf8String()).isEqualTo("{\"text\":\"grüezi ✓\"}");
        assertThat(response.executedVersion()).isEqualTo("$LATEST");
        assertThat(response.functionError()).isNull();
        String requestId = response.responseMetadata().requestId();
        String log = new String(Base64.getDecoder().decode(response.logResult()), UTF_8);
        assertThat(log.lines())
                .containsSubsequence(
                        "START RequestId: " + requestId + " Version: $LATEST",
                        "echo ✓ for " + requestId,
                        "END RequestId: " + requestId);
        assertThat(log.lines().toList().get((int) log.lines().count() - 1))
                .startsWith("REPORT RequestId: " + requestId + "\tDuration: ")
                .contains("\tMemory Size: 128 MB\tMax Memory Used: ");
    }

    @Test
    void takesNameArnAndQualifier() {
        for (String name : List.of(
                "echo:live",
                "000000000000:function:echo",
                "arn:aws:lambda:us-east-1:000000000000:function:echo:live")) {
            assertThat(invoke(name, request -> {}).payload().asUtf8String()).isEqualTo("{}");
        }
        assertThat(invoke("echo", request -> request.qualifier("live")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void usesAnEnvironmentAgainAndBillsItsInitOnce() throws InterruptedException {
        create("counter", Counter.class, settings -> {});

        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(invoke("counter", request -> {}).payload().asUtf8String());
        }

        assertThat(answers).containsExactly("1", "2", "3");
        List<Report> reports = reports("counter", 3);
        assertThat(reports.get(0).init()).isPresent();
        assertThat(reports.get(0).billed())
                .isGreaterThanOrEqualTo(reports.get(0).init().orElseThrow());
        assertThat(reports.subList(1, 3)).allMatch(report -> report.init().isEmpty());
        assertThat(local.environments())
                .filteredOn(status -> status.functionName().equals("counter"))
                .hasSize(1);
    }

    @Test
    void replacesAnEnvironmentThatWasKilledWhileIdle() throws Exception {
        create("killed-idle", Counter.class, settings -> {});
        invoke("killed-idle", request -> {});
        kill("killed-idle");

        InvokeResponse next = invoke("killed-idle", request -> {});

        assertThat(next.functionError()).isNull();
        assertThat(next.payload().asUtf8String()).isEqualTo("1");
    }

    @Test
    void killsAtTheDeadline() throws InterruptedException {
        create(
                "late",
                Blocker.class,
                settings -> settings.timeout(Duration.ofSeconds(1))
                        .environment(Map.of("GATE", folder.resolve("never").toString())));

        InvokeResponse response = invoke("late", request -> {});

        assertThat(response.functionError()).isEqualTo("Unhandled");
        String requestId = response.responseMetadata().requestId();
        assertThat(response.payload().asUtf8String())
                .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: " + requestId
                        + " Error: Task timed out after 1.00 seconds\"}");
        long pid =
                recorder.await(InvocationEvent.Started.class, 1, "late").get(0).pid();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        Report report = reports("late", 1).get(0);
        assertThat(report.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(report.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(report.line()).endsWith("\tStatus: timeout\t");
        assertThat(recorder.log(requestId))
                .contains("blocked")
                .anyMatch(line -> line.endsWith(requestId + " Task timed out after 1.00 seconds"));
    }

    @Test
    void reportsAFunctionErrorAndKeepsTheEnvironment() throws Exception {
        create("thrower", Flaky.class, settings -> settings.environment(flaky("thrower", 1)));

        InvokeResponse failed = invoke("thrower", request -> {});
        InvokeResponse next = invoke("thrower", request -> {});

        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(failed.payload().asUtf8String())
                .contains("\"errorMessage\":\"not yet, \\\"says\\\" the function\"")
                .contains("\"errorType\":\"java.lang.IllegalStateException\"")
                .contains("Flaky.handleRequest");
        assertThat(next.functionError()).isNull();
        List<InvocationEvent.Started> started = recorder.await(InvocationEvent.Started.class, 2, "thrower");
        assertThat(started.get(0).pid()).isEqualTo(started.get(1).pid());
    }

    @Test
    void reportsAProcessThatEndsInMidInvocation() throws InterruptedException {
        create("quitter", Quitter.class, settings -> {});

        InvokeResponse response = invoke("quitter", request -> {});

        String requestId = response.responseMetadata().requestId();
        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(response.payload().asUtf8String())
                .isEqualTo("{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: " + requestId
                        + " Error: Runtime exited with error: exit status 3\"}");
        assertThat(recorder.log(requestId)).contains("last words");
        assertThat(reports("quitter", 1).get(0).line()).endsWith("\tStatus: error\tError Type: Runtime.ExitError\t");
    }

    @Test
    void reportsAnInitError() throws InterruptedException {
        create("unmakeable", Unmakeable.class, settings -> {});

        InvokeResponse response = invoke("unmakeable", request -> {});

        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(response.payload().asUtf8String())
                .contains("no connection in the constructor")
                .contains("\"errorType\":\"java.lang.IllegalStateException\"");
        assertThat(reports("unmakeable", 1).get(0).outcome()).isEqualTo(Outcome.INIT_ERROR);
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        create(
                "chatterbox",
                Chatterbox.class,
                settings -> settings.memoryMegabytes(256).timeout(Duration.ofSeconds(30)));

        InvokeResponse fits = invoke("chatterbox", request -> request.payload(SdkBytes.fromUtf8String("6291554")));
        InvokeResponse large = invoke("chatterbox", request -> request.payload(SdkBytes.fromUtf8String("6291555")));

        assertThat(fits.functionError()).isNull();
        assertThat(fits.payload().asByteArrayUnsafe()).hasSize(6_291_556);
        assertThat(large.functionError()).isEqualTo("Unhandled");
        assertThat(large.payload().asUtf8String())
                .isEqualTo("{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"Response payload size"
                        + " (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).\"}");
    }

    @Test
    void tellsTheFunctionWhatLambdaTells() {
        create(
                "teller",
                Teller.class,
                settings -> settings.timeout(Duration.ofSeconds(20))
                        .memoryMegabytes(256)
                        .aliases(Set.of("live"))
                        .environment(Map.of("GREETING", "hello")));
        String trace =
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:7";

        InvokeResponse response = invoke(
                "teller:live",
                request -> request.tenantId("tenant-7")
                        .overrideConfiguration(override -> override.putHeader("X-Amzn-Trace-Id", trace)));

        Map<String, String> told = told(response);
        assertThat(told)
                .containsEntry("arn", "arn:aws:lambda:us-east-1:000000000000:function:teller:live")
                .containsEntry("requestId", response.responseMetadata().requestId())
                .containsEntry("trace", trace)
                .containsEntry("tenant", "tenant-7")
                .containsEntry("memory", "256")
                .containsEntry("GREETING", "hello")
                .containsEntry("_HANDLER", Teller.class.getName() + "::handleRequest")
                .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "teller")
                .containsEntry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
                .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
                .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/teller")
                .containsEntry("AWS_REGION", "us-east-1")
                .containsEntry("AWS_ENDPOINT_URL_LAMBDA", local.endpoint().toString())
                .doesNotContainKeys("HOME", "JAVA_HOME", "USER", "PWD");
        assertThat(Integer.parseInt(told.get("remaining"))).isBetween(15_000, 20_000);
        assertThat(Integer.parseInt(told.get("heapMegabytes"))).isBetween(190, 218);
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
        assertThat(late.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(late.attempt()).isEqualTo(1);
    }

    @Test
    void triesAFailedEventAgainWithTheSameRequestId() throws Exception {
        create("flaky", Flaky.class, settings -> settings.environment(flaky("flaky", 2)));

        String requestId = send("flaky");

        List<Report> reports = reportOf(requestId, 3);
        assertThat(reports).extracting(Report::attempt).containsExactly(1, 2, 3);
        assertThat(reports)
                .extracting(Report::outcome)
                .containsExactly(Outcome.FUNCTION_ERROR, Outcome.FUNCTION_ERROR, Outcome.SUCCEEDED);
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
        assertThat(event.requestId()).isEqualTo(requestId);
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
        assertThat(reports.get(0).outcome()).isEqualTo(Outcome.EXITED);
        assertThat(reports.get(1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(recorder.log(requestId))
                .contains("RequestId: " + requestId + " Error: Runtime exited with error: signal: killed");
    }

    @Test
    void letsAFunctionInvokeItselfWithItsTrace() throws Exception {
        create(
                "relay",
                Relay.class,
                settings -> settings.memoryMegabytes(512)
                        .timeout(Duration.ofSeconds(30))
                        .aliases(Set.of("live")));

        local.send("relay:live", Payload.of("2"));

        recorder.await(InvocationEvent.Finished.class, 3, "relay");
        List<String> lines = recorder
                .found(
                        InvocationEvent.LogLine.class,
                        line -> line.functionName().equals("relay")
                                && line.text().startsWith("left "))
                .stream()
                .map(InvocationEvent.LogLine::text)
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("left 2 trace Root=1-").contains(";Lineage=1:");
        String trace = lines.get(0).substring("left 2 ".length());
        assertThat(lines).containsExactly("left 2 " + trace, "left 1 " + trace, "left 0 " + trace);
    }

    @Test
    void invokesWithoutHttp() throws InterruptedException {
        InvocationResult result = local.invoke("echo", Payload.of("[1]"));

        assertThat(result).isInstanceOfSatisfying(InvocationResult.Completed.class, completed -> {
            assertThat(completed.payload()).isEqualTo(Payload.of("[1]"));
            assertThat(completed.isError()).isFalse();
        });
    }

    private void create(String name, Class<?> handler, Consumer<FunctionConfig.Builder> settings) {
        FunctionConfig.Builder builder = FunctionConfig.builder(name, handler.getName() + "::handleRequest")
                .classPath(CallerClassPath.of(LocalLambdaContract.class))
                .timeout(Duration.ofSeconds(10));
        settings.accept(builder);
        local.create(builder.build());
    }

    private Map<String, String> flaky(String file, int failures) {
        return Map.of("ATTEMPTS", folder.resolve(file + ".txt").toString(), "FAILURES", Integer.toString(failures));
    }

    private InvokeResponse invoke(String name, Consumer<InvokeRequest.Builder> request) {
        return client.invoke(builder -> request.accept(builder.functionName(name)));
    }

    /** Through the SDK; returns the request id. */
    private String send(String name) {
        InvokeResponse accepted = invoke(
                name,
                request ->
                        request.invocationType(InvocationType.EVENT).payload(SdkBytes.fromUtf8String("{\"event\":1}")));
        assertThat(accepted.statusCode()).isEqualTo(202);
        return accepted.responseMetadata().requestId();
    }

    private List<Report> reports(String name, int count) throws InterruptedException {
        return recorder.await(InvocationEvent.Finished.class, count, name).stream()
                .map(InvocationEvent.Finished::report)
                .toList();
    }

    private List<Report> reportOf(String requestId, int count) throws InterruptedException {
        return recorder
                .await(
                        InvocationEvent.Finished.class,
                        count,
                        event -> event.requestId().equals(requestId))
                .stream()
                .map(InvocationEvent.Finished::report)
                .toList();
    }

    private void kill(String functionName) throws ExecutionException, InterruptedException {
        for (EnvironmentStatus status : local.environments()) {
            if (status.functionName().equals(functionName)) {
                status.process().destroyForcibly();
                status.process().onExit().get();
            }
        }
    }

    private static Map<String, String> told(InvokeResponse response) {
        String lines = response.payload().asUtf8String().replace("\"", "").replace("\\n", "\n");
        Map<String, String> told = new HashMap<>();
        lines.lines().forEach(line -> told.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return told;
    }
}
