package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.RuntimeClient;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.local.process.EnvironmentStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A local Lambda with real function processes, an SDK client of it, and what tests do with both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FunctionProcesses {

    private static final Duration RETRY_DELAY = Duration.ofMillis(20);

    final Recorder recorder = new Recorder();
    final List<Duration> unscaledDelays = new ArrayList<>();
    final LocalLambda local;
    private final LambdaClient client;

    @TempDir
    Path folder = Path.of("");

    FunctionProcesses(RuntimeClient runtimeClient) throws IOException {
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

    @AfterAll
    void closeAll() {
        client.close();
        List<ProcessHandle> processes =
                local.environments().stream().map(EnvironmentStatus::process).toList();
        local.close();
        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    final void create(String name, Class<?> handler, Consumer<FunctionConfig.Builder> settings) {
        FunctionConfig.Builder builder = FunctionConfig.builder(name, handler.getName() + "::handleRequest")
                .classPath(CallerClassPath.of(FunctionProcesses.class))
                .timeout(Duration.ofSeconds(10));
        settings.accept(builder);
        local.create(builder.build());
    }

    final Map<String, String> flaky(String file, int failures) {
        return Map.of("ATTEMPTS", folder.resolve(file + ".txt").toString(), "FAILURES", Integer.toString(failures));
    }

    final InvokeResponse invoke(String name, Consumer<InvokeRequest.Builder> request) {
        return client.invoke(builder -> request.accept(builder.functionName(name)));
    }

    /** Through the SDK; returns the request id. */
    final String send(String name) {
        InvokeResponse accepted = invoke(
                name,
                request ->
                        request.invocationType(InvocationType.EVENT).payload(SdkBytes.fromUtf8String("{\"event\":1}")));
        assertThat(accepted.statusCode()).isEqualTo(202);
        return accepted.responseMetadata().requestId();
    }

    final List<Report> reports(String name, int count) throws InterruptedException {
        return recorder.await(InvocationEvent.Finished.class, count, name).stream()
                .map(InvocationEvent.Finished::report)
                .toList();
    }

    final List<Report> reportOf(String requestId, int count) throws InterruptedException {
        return recorder
                .await(
                        InvocationEvent.Finished.class,
                        count,
                        event -> event.requestId().equals(requestId))
                .stream()
                .map(InvocationEvent.Finished::report)
                .toList();
    }

    final void kill(String functionName) throws ExecutionException, InterruptedException {
        for (EnvironmentStatus status : local.environments()) {
            if (status.functionName().equals(functionName)) {
                status.process().destroyForcibly();
                status.process().onExit().get();
            }
        }
    }
}
