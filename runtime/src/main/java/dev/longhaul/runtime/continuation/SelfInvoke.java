package dev.longhaul.runtime.continuation;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/**
 * Invokes the function itself, asynchronously, through the AWS SDK.
 *
 * <p>The SDK's own retries are off: the engine retries within the time that the invocation has left. A call takes at most
 * {@value #CALL_SECONDS} seconds: without them, a function in a VPC that has no way to the Lambda API would hang in its
 * handoff until its timeout.
 */
public final class SelfInvoke implements Continuation {

    private static final int CALL_SECONDS = 5;

    private final LambdaClient lambda;

    /** Prepares the client of the function's own region, or of {@code AWS_ENDPOINT_URL_LAMBDA}. */
    public SelfInvoke(Map<String, String> environment) {
        Duration call = Duration.ofSeconds(CALL_SECONDS);
        LambdaClientBuilder builder = LambdaClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(call))
                .credentialsProvider(credentials(environment))
                .overrideConfiguration(override -> override.apiCallTimeout(call)
                        .apiCallAttemptTimeout(call)
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new OneTraceHeader()));
        String region = environment.get("AWS_REGION");
        if (region != null) {
            builder.region(Region.of(region));
        }
        String endpoint = environment.get("AWS_ENDPOINT_URL_LAMBDA");
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        lambda = builder.build();
    }

    @Override
    public void send(NextHop next) {
        InvokeRequest.Builder request = InvokeRequest.builder()
                .functionName(next.functionArn())
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(next.event()));
        if (next.tenantId() != null) {
            request.tenantId(next.tenantId());
        }
        if (next.traceHeader() != null) {
            // Given here, because the SDK finds it by itself on the handler's thread only.
            request.overrideConfiguration(OneTraceHeader.of(next.traceHeader()));
        }
        try {
            lambda.invoke(request.build());
        } catch (AwsServiceException e) {
            boolean retry = e.isThrottlingException() || e.statusCode() == 429 || e.statusCode() >= 500;
            throw failure(next, e, retry);
        } catch (SdkException e) {
            throw failure(next, e, true);
        }
    }

    @Override
    public void close() {
        lambda.close();
    }

    private static ContinuationException failure(NextHop next, SdkException cause, boolean retry) {
        return new ContinuationException(
                "the next hop could not be sent to " + next.functionArn() + ": " + cause.getMessage(), cause, retry);
    }

    private static AwsCredentialsProvider credentials(Map<String, String> environment) {
        // Lambda gives them as variables, and asking there alone is faster at a cold start than the whole chain.
        return environment.containsKey("AWS_ACCESS_KEY_ID")
                ? EnvironmentVariableCredentialsProvider.create()
                : DefaultCredentialsProvider.builder().build();
    }
}
