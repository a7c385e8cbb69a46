package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers how often it was called in its process. */
public final class Counter implements RequestStreamHandler {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(Integer.toString(CALLS.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
    }
}
