package dev.longhaul.client;

import dev.longhaul.aws.AwsClients;
import dev.longhaul.aws.AwsClients.Service;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Invokes functions. The clients are made when they are needed first: who only reads a store needs no region and no
 * credentials. Thread-safe.
 */
final class Functions implements Continuation {

    private static final Service LAMBDA = new Service("Lambda", "LAMBDA", "lambda", "function");
    /** A cold start, with room. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private @Nullable Continuation sender;
    private @Nullable LambdaClient asker;

    Functions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void send(NextHop next) {
        sender().send(next);
    }

    private synchronized Continuation sender() {
        if (sender == null) {
            sender = new SelfInvoke(environment);
        }
        return sender;
    }

    private synchronized LambdaClient asker() {
        if (asker == null) {
            asker = AwsClients.build(
                    LambdaClient.builder()
                            .overrideConfiguration(AwsClients.calls(ANSWER).build()),
                    LAMBDA,
                    environment,
                    ANSWER);
        }
        return asker;
    }

    /**
     * Invokes a function and waits for its answer.
     *
     * @param tenantId the tenant of an isolated function, or null
     * @throws FunctionException when it can't be invoked, or fails
     */
    String ask(String function, String event, @Nullable String tenantId) {
        InvokeRequest.Builder request =
                InvokeRequest.builder().functionName(function).payload(SdkBytes.fromUtf8String(event));
        if (tenantId != null) {
            request.tenantId(tenantId);
        }
        InvokeResponse answer;
        try {
            answer = asker().invoke(request.build());
        } catch (SdkException e) {
            throw new FunctionException("the function " + function + " could not be asked: " + e.getMessage(), e);
        }
        String payload = answer.payload().asUtf8String();
        if (answer.functionError() != null) {
            throw new FunctionException("the function " + function + " failed when it was asked: " + reason(payload));
        }
        return payload;
    }

    /** What a function's error says, without its stack; all of it where it says it in no known form. */
    private static String reason(String error) {
        try {
            StateReader in = new StateReader(error);
            in.beginObject();
            while (in.next()) {
                if (in.at("errorMessage")) {
                    return String.valueOf(in.string());
                }
                in.skip();
            }
            return error;
        } catch (IOException e) {
            return error;
        }
    }

    @Override
    public synchronized void close() {
        if (sender != null) {
            sender.close();
        }
        if (asker != null) {
            asker.close();
        }
    }
}
