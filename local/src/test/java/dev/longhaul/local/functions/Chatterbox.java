package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers with a JSON string of as many characters as its event says. */
public final class Chatterbox implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        int length = Integer.parseInt(new String(event.readAllBytes(), StandardCharsets.UTF_8));
        answer.write(('"' + "x".repeat(length) + '"').getBytes(StandardCharsets.UTF_8));
    }
}
