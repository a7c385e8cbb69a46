package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/** What the SDK's own client reads of the functions here. */
class FunctionReadsTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

    private final LocalLambda local = start();
    private final LambdaClient client = LambdaClient.builder()
            .endpointOverride(local.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();

    private static LocalLambda start() {
        try {
            return LocalLambda.start(LocalOptions.defaults());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FunctionConfig.Builder function(String name) {
        return FunctionConfig.builder(name, "a.Handler::handleRequest")
                .classPath(CallerClassPath.of(FunctionReadsTest.class));
    }

    @BeforeEach
    void create() {
        local.create(function("second")
                .timeout(Duration.ofMinutes(15))
                .memoryMegabytes(1_769)
                .reservedConcurrency(3)
                .environment(Map.of("COLOUR", "green"))
                .aliases(Set.of("live"))
                .build());
        local.create(function("first").build());
    }

    @AfterEach
    void close() {
        client.close();
        local.close();
    }

    @Test
    void allFunctionsAreListedByName() {
        assertThat(client.listFunctionsPaginator().functions())
                .extracting(FunctionConfiguration::functionName)
                .containsExactly("first", "second");
    }

    @Test
    void aFunctionIsReadWithItsSettings() {
        GetFunctionResponse read = client.getFunction(request -> request.functionName("second"));

        FunctionConfiguration settings = read.configuration();
        assertThat(settings.functionArn()).isEqualTo(ARN + "second");
        assertThat(settings.handler()).isEqualTo("a.Handler::handleRequest");
        assertThat(settings.timeout()).isEqualTo(900);
        assertThat(settings.memorySize()).isEqualTo(1_769);
        assertThat(settings.version()).isEqualTo("$LATEST");
        assertThat(settings.state()).isEqualTo(State.ACTIVE);
        assertThat(settings.environment().variables()).containsExactly(Map.entry("COLOUR", "green"));
        assertThat(read.concurrency().reservedConcurrentExecutions()).isEqualTo(3);
        assertThat(client.getFunction(request -> request.functionName("first")).concurrency())
                .isNull();
    }

    @Test
    void theSdkSeesThatItIsActive() {
        assertThat(client.waiter()
                        .waitUntilFunctionActiveV2(request -> request.functionName("first"))
                        .matched()
                        .response())
                .isPresent();
    }

    @Test
    void aQualifierIsKeptAndAnUnknownOneRefused() {
        GetFunctionConfigurationResponse read = client.getFunctionConfiguration(
                request -> request.functionName(ARN + "second").qualifier("live"));

        assertThat(read.functionArn()).isEqualTo(ARN + "second:live");
        assertThatThrownBy(() -> client.getFunctionConfiguration(
                        request -> request.functionName("second").qualifier("7")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: " + ARN + "second:7");
        assertThatThrownBy(() -> client.getFunction(request -> request.functionName("third")))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
