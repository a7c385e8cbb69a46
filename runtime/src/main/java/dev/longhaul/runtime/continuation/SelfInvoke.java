package dev.longhaul.runtime.continuation;

import dev.longhaul.aws.AwsClients;
import dev.longhaul.aws.AwsClients.Service;
import dev.longhaul.aws.AwsFailures;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/** Invokes the function itself, asynchronously, through the AWS SDK. The engine retries what is worth it. */
public final class SelfInvoke implements Continuation {

    private static final Service LAMBDA = new Service("Lambda", "LAMBDA", "lambda", "function");

    private final LambdaClient lambda;

    /** Prepares the client of the function's own region, or of {@code AWS_ENDPOINT_URL_LAMBDA}. */
    public SelfInvoke(Map<String, String> environment) {
        LambdaClientBuilder builder = LambdaClient.builder()
                .overrideConfiguration(AwsClients.calls()
                        .addExecutionInterceptor(new OneTraceHeader())
                        .build());
        lambda = AwsClients.build(builder, LAMBDA, environment);
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
        } catch (SdkException e) {
            throw new ContinuationException(
                    "the next hop could not be sent to " + next.functionArn() + ": " + e.getMessage(),
                    e,
                    AwsFailures.worthRetrying(e));
        }
    }

    @Override
    public void close() {
        lambda.close();
    }
}
