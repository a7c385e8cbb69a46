package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Starts a process, tells its number and where the local Lambda's files are, and waits for its end, which never comes. */
public final class Parent implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Process child = new ProcessBuilder("sleep", "100000").start();
        System.out.println("files " + System.getenv("LAMBDA_RUNTIME_DIR"));
        System.out.println("child " + child.pid());
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
