package dev.longhaul.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.function.RuntimeClient;
import dev.longhaul.local.functions.Blocker;
import dev.longhaul.local.functions.Chatterbox;
import dev.longhaul.local.functions.Counter;
import dev.longhaul.local.functions.Echo;
import dev.longhaul.local.functions.Flaky;
import dev.longhaul.local.functions.Quitter;
import dev.longhaul.local.functions.Teller;
import dev.longhaul.local.functions.Unmakeable;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** What must hold of requests to function processes, whichever runtime client they run under. */
abstract class RequestContract extends FunctionProcesses {

    RequestContract(RuntimeClient runtimeClient) throws IOException {
        super(runtimeClient);
    }

    @BeforeAll
    void createSharedFunctions() {
        create("echo", Echo.class, settings -> settings.aliases(Set.of("live")));
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
        assertThat(report.status()).isEqualTo(InvocationStatus.TIMED_OUT);
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
    void anInitThatTakesLongerThanItsPhaseTakesFromTheTimeout() throws InterruptedException {
        create(
                "slow-init",
                Teller.class,
                settings -> settings.initPhase(Duration.ZERO).timeout(Duration.ofSeconds(20)));

        String told = invoke("slow-init", request -> {}).payload().asUtf8String();

        Matcher remaining = Pattern.compile("remaining=(\\d+)").matcher(told);
        assertThat(remaining.find()).as(told).isTrue();
        long init = reports("slow-init", 1).get(0).init().orElseThrow().toMillis();
        assertThat(Long.parseLong(remaining.group(1)) + init).isLessThanOrEqualTo(20_000);
    }

    @Test
    void reportsAnInitError() throws InterruptedException {
        create("unmakeable", Unmakeable.class, settings -> {});

        InvokeResponse response = invoke("unmakeable", request -> {});

        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(response.payload().asUtf8String())
                .contains("no connection in the constructor")
                .contains("\"errorType\":\"java.lang.IllegalStateException\"");
        assertThat(reports("unmakeable", 1).get(0).status()).isEqualTo(InvocationStatus.INIT_ERROR);
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
                .hasEntrySatisfying(
                        "trace",
                        passed -> assertThat(passed).startsWith(trace + "|1:").endsWith(":0"))
                .containsEntry("tenant", "tenant-7")
                .containsEntry("memory", "256")
                .containsEntry("GREETING", "hello")
                .containsEntry("LONGHAUL_LOCAL", "1")
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
    void invokesWithoutHttp() throws InterruptedException {
        InvocationResult result = local.invoke("echo", Payload.of("[1]"));

        assertThat(result).isInstanceOfSatisfying(InvocationResult.Completed.class, completed -> {
            assertThat(completed.payload()).isEqualTo(Payload.of("[1]"));
            assertThat(completed.isError()).isFalse();
        });
    }

    private static Map<String, String> told(InvokeResponse response) {
        String lines = response.payload().asUtf8String().replace("\"", "").replace("\\n", "\n");
        Map<String, String> told = new HashMap<>();
        lines.lines().forEach(line -> told.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return told;
    }
}
