package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Invokes itself with a number that is one less, until it is 0, through an SDK client that nobody has configured. */
public final class Countdown implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        int left = Integer.parseInt(new String(event.readAllBytes(), StandardCharsets.UTF_8));
        System.out.println("left " + left + " trace " + context.getXrayTraceId());
        if (left > 0) {
            try (LambdaClient lambda = LambdaClient.create()) {
                lambda.invoke(request -> request.functionName(context.getInvokedFunctionArn())
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String(Integer.toString(left - 1))));
            }
        }
        answer.write(Integer.toString(left).getBytes(StandardCharsets.UTF_8));
    }
}
