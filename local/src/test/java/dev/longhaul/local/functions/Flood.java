package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Prints more than any buffer holds. */
public final class Flood implements RequestStreamHandler {

    /** How many lines, of 100 bytes and more. */
    public static final int LINES = 50_000;

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        for (int i = 0; i < LINES; i++) {
            System.out.println("line " + i + " " + "x".repeat(100));
        }
    }
}
