package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Cannot be constructed. */
public final class Unmakeable implements RequestStreamHandler {

    /** Throws. */
    public Unmakeable() {
        throw new IllegalStateException("no connection in the constructor");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {}
}
