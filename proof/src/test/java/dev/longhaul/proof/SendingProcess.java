package dev.longhaul.proof;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.continuation.SelfInvoke;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A function's process that sends its chain's next hop from the threads that one can be sent from, to a server of its own,
 * and prints which trace headers came in there. A process, for the SDK reads {@code AWS_LAMBDA_FUNCTION_NAME} there.
 */
final class SendingProcess {

    /** What this invocation came with. */
    static final String HEADER = "Root=1-aaa;Parent=bbb;Sampled=0;Lineage=1:ccc:0";

    private static final String DOUBLED = HEADER + "," + HEADER;
    /** What the process, or the thread, has of an invocation before or beside this one. */
    private static final String OTHER = "Root=1-other;Parent=other;Sampled=1";

    private static final String PROPERTY = "com.amazonaws.xray.traceHeader";
    private static final String THREAD_LOCAL = "AWS_LAMBDA_X_TRACE_ID";
    private static final int HOPS = 300;

    private final AtomicReference<String> received = new AtomicReference<>("");
    private final HttpServer server;

    private SendingProcess() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.set(String.join(" and ", exchange.getRequestHeaders().getOrDefault("X-Amzn-Trace-Id", List.of())));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
    }

    public static void main(String[] arguments) throws Exception {
        SendingProcess process = new SendingProcess();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(
                "AWS_ENDPOINT_URL_LAMBDA",
                "http://127.0.0.1:" + process.server.getAddress().getPort());
        try (SelfInvoke continuation = new SelfInvoke(environment)) {
            process.fromEveryThread(continuation);
            process.hops(continuation);
        }
        process.server.stop(0);
    }

    private void fromEveryThread(SelfInvoke continuation) throws InterruptedException {
        // AWS's runtime client sets the property, and on managed instances the thread-local.
        has(HEADER, null);
        print("property", send(continuation, HEADER));
        has(HEADER, HEADER);
        print("thread-local", send(continuation, HEADER));
        has(OTHER, OTHER);
        print("another one's", send(continuation, HEADER));
        Thread watchdog = new Thread(() -> print("another thread", send(continuation, HEADER)));
        watchdog.start();
        watchdog.join();
        has(DOUBLED, DOUBLED);
        print("doubled", send(continuation, DOUBLED));
        print("found doubled", send(continuation, null));
        has(null, null);
        print("none", send(continuation, null));
    }

    private void hops(SelfInvoke continuation) {
        String header = DOUBLED;
        // A header that doubles would soon be all that the process has room for.
        for (int hop = 0; hop < HOPS && header.length() <= DOUBLED.length(); hop++) {
            has(header, hop % 2 == 0 ? header : null);
            header = send(continuation, header);
        }
        print("after " + HOPS + " hops", header);
    }

    private String send(SelfInvoke continuation, @Nullable String header) {
        continuation.send(new NextHop("arn:aws:lambda:us-east-1:000000000000:function:F", "{}", header, null));
        return received.getAndSet("");
    }

    private static void has(@Nullable String property, @Nullable String threadLocal) {
        if (property == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, property);
        }
        if (threadLocal == null) {
            SdkInternalThreadLocal.remove(THREAD_LOCAL);
        } else {
            SdkInternalThreadLocal.put(THREAD_LOCAL, threadLocal);
        }
    }

    private static void print(String how, String header) {
        System.out.println(how + ": " + header);
    }
}
