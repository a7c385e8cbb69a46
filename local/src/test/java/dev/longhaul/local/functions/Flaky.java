package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends its request id to the file in {@code ATTEMPTS}, and throws until there are more lines than {@code FAILURES}. */
public final class Flaky implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Path attempts = Path.of(System.getenv("ATTEMPTS"));
        Files.writeString(
                attempts, context.getAwsRequestId() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        int failures = Integer.parseInt(System.getenv("FAILURES"));
        if (Files.readAllLines(attempts).size() <= failures) {
            throw new IllegalStateException("not yet, \"says\" the function");
        }
        event.transferTo(answer);
    }
}
