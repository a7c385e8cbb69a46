package dev.longhaul.local.bootstrap;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * A runtime client in plain Java: gets event after event from the Runtime API and calls a {@link RequestStreamHandler}. The
 * main class of a function's process where AWS's client has no native library; it ends when the API does.
 */
public final class RuntimeLoop {

    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

    private final RuntimeClientApi api;
    private final RequestStreamHandler handler;

    private RuntimeLoop(RuntimeClientApi api, RequestStreamHandler handler) {
        this.api = api;
        this.handler = handler;
    }

    /**
     * Runs until it is killed.
     *
     * @param args the handler's class, with or without {@code ::handleRequest}
     */
    public static void main(String[] args) throws IOException {
        // The JDK's own repetition of a POST would answer an invocation twice.
        System.setProperty("sun.net.http.retryPost", "false");
        RuntimeClientApi api = new RuntimeClientApi(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        RequestStreamHandler handler;
        try {
            handler = HandlerLoader.load(args[0]);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            cause.printStackTrace(System.out);
            api.initError(ErrorJson.of(cause));
            System.exit(1);
            return;
        }
        RuntimeLoop loop = new RuntimeLoop(api, handler);
        while (true) {
            loop.runOne();
        }
    }

    private void runOne() throws IOException {
        RuntimeClientApi.Event event = api.next();
        // Where the AWS SDK finds the header that it passes on.
        System.setProperty(TRACE_PROPERTY, event.traceHeader());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.payload().bytes()), out, new LoopContext(event));
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            api.error(event.requestId(), ErrorJson.of(e));
            endAfterError(e);
            return;
        }
        api.response(event.requestId(), out.toByteArray());
    }

    /** A JVM that ran out of memory or of stack for its classes is not used again, as on Lambda. */
    private static void endAfterError(Throwable error) {
        if (error instanceof VirtualMachineError) {
            System.exit(1);
        }
    }
}
