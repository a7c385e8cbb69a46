package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.continuation.SelfInvoke;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK's client is made when a handoff needs it, or ahead of that in the background. */
class SelfInvokeTest {

    private static final NextHop NEXT = new NextHop("Count", "{\"hop\":1}", null, null);
    private static final String THREAD = "longhaul-lambda-client";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHandoffBeforeTheFirstTickMakesItsClient() {
        try (SelfInvoke self = new SelfInvoke(environment())) {
            self.send(NEXT);
        }

        assertThat(received).containsExactly("{\"hop\":1}");
    }

    @Test
    void aHandoffBehindTheFirstTickWaitsForTheClientThatIsMadeMeanwhile() {
        try (SelfInvoke self = new SelfInvoke(environment())) {
            self.prepare();
            self.prepare();
            self.send(NEXT);
            self.send(NEXT);
        }

        assertThat(received).containsExactly("{\"hop\":1}", "{\"hop\":1}");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals(THREAD))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aChainThatNeverHandsOffMakesNoClient() {
        new SelfInvoke(environment()).close();

        assertThat(received).isEmpty();
    }

    @Test
    void whatIsWrongIsToldBeforeTheFirstEvent() {
        assertThatThrownBy(() -> new SelfInvoke(Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not. Set both, or neither.");
        assertThatThrownBy(() -> new SelfInvoke(Map.of("AWS_REGION", "us-east-1", "AWS_ENDPOINT_URL_LAMBDA", "no uri")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_LAMBDA is \"no uri\", which is no URI.");
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_ENDPOINT_URL_LAMBDA",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }
}
