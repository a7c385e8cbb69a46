package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends its process in mid-invocation. */
public final class Quitter implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        System.out.print("last words");
        System.out.flush();
        Runtime.getRuntime().halt(3);
    }
}
