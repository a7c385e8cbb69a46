package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Prints that it is in, and waits until the file in {@code GATE} exists. */
public final class Blocker implements RequestStreamHandler {

    private static final long LOOK_NANOS = 5_000_000;

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        System.out.println("blocked");
        Path gate = Path.of(System.getenv("GATE"));
        while (!Files.exists(gate)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        answer.write("\"through\"".getBytes(StandardCharsets.UTF_8));
    }
}
