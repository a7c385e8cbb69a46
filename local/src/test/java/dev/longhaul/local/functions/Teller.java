package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Answers what it is told by its context and its environment, as one JSON string of lines. */
public final class Teller implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Map<String, Object> told = new TreeMap<>(System.getenv());
        told.put("remaining", context.getRemainingTimeInMillis());
        told.put("arn", context.getInvokedFunctionArn());
        told.put("requestId", context.getAwsRequestId());
        told.put("tenant", String.valueOf(context.getTenantId()));
        told.put("trace", String.valueOf(context.getXrayTraceId()));
        told.put("memory", context.getMemoryLimitInMB());
        told.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        StringBuilder lines = new StringBuilder("\"");
        told.forEach((name, value) -> lines.append(name)
                .append('=')
                .append(value.toString().replace("\\", "/"))
                .append("\\n"));
        answer.write(lines.append('"').toString().getBytes(StandardCharsets.UTF_8));
    }
}
