package dev.longhaul.runtime.continuation;

import dev.longhaul.aws.AwsClients;
import dev.longhaul.aws.AwsClients.Service;
import dev.longhaul.aws.AwsFailures;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/**
 * Invokes the function itself, asynchronously, through the AWS SDK. The engine retries what is worth it.
 *
 * <p>Making the SDK's client takes as long as the rest of a cold start, and only a handoff needs it: in a Lambda function it
 * is made in the background after the first tick, or at the handoff where that comes first.
 */
public final class SelfInvoke implements Continuation {

    private static final Service LAMBDA = new Service("Lambda", "LAMBDA", "lambda", "function");

    private final Map<String, String> environment;
    private final AtomicBoolean preparing = new AtomicBoolean();
    private @Nullable LambdaClient lambda;

    /**
     * Calls the function in its own region, or at {@code AWS_ENDPOINT_URL_LAMBDA}.
     *
     * @throws IllegalArgumentException when the environment names no region, half of the credentials, or an endpoint that
     *     is no URI
     */
    public SelfInvoke(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        if (!AwsClients.complete(LAMBDA, environment)) {
            // The SDK looks for the region elsewhere: whether it finds one is told now.
            lambda();
        }
    }

    /** The client: made by whoever asks first, while others wait. */
    private synchronized LambdaClient lambda() {
        if (lambda == null) {
            lambda = client();
        }
        return lambda;
    }

    private LambdaClient client() {
        LambdaClientBuilder builder = LambdaClient.builder()
                .overrideConfiguration(AwsClients.calls()
                        .addExecutionInterceptor(new OneTraceHeader())
                        .build());
        return AwsClients.build(builder, LAMBDA, environment);
    }

    @Override
    public void prepare() {
        if (!preparing.getAndSet(true)) {
            Thread thread = new Thread(this::lambda, "longhaul-lambda-client");
            thread.setDaemon(true);
            // The handoff tries again, and says what is wrong.
            thread.setUncaughtExceptionHandler((failed, e) -> {});
            thread.start();
        }
    }

    @Override
    public void warmUp() {
        lambda();
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
            lambda().invoke(request.build());
        } catch (SdkException e) {
            throw new ContinuationException(
                    "the next hop could not be sent to " + next.functionArn() + ": " + e.getMessage(),
                    e,
                    AwsFailures.worthRetrying(e));
        }
    }

    @Override
    public synchronized void close() {
        if (lambda != null) {
            lambda.close();
        }
    }
}
