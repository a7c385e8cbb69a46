package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Request;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.Payload;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A function with SnapStart in a real process, under AWS's own runtime client, which calls CRaC's hooks: what is asked of DynamoDB
 * before the snapshot, and with which credentials what comes after it. No snapshot is taken here.
 */
class SnapStartTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    @Test
    void theStoreIsReadBeforeTheSnapshotAndOpenedAnewBehindItWithCredentialsOfItsOwn() throws Exception {
        HttpServer credentials = credentials();
        try (Dynalite dynalite = Dynalite.start();
                HttpRelay dynamo = new HttpRelay(URI.create("http://127.0.0.1:" + dynalite.port()), this::note);
                LocalLambda lambda = LocalLambda.start(LocalOptions.defaults())) {
            DynamoTable.create("http://127.0.0.1:" + dynalite.port());
            lambda.create(FunctionConfig.builder("Ship", ShipHandler.class.getName())
                    .snapStart()
                    .classPath(CallerClassPath.of(SnapStartTest.class))
                    .timeout(Duration.ofSeconds(10))
                    .memoryMegabytes(256)
                    .environment(Map.of(
                            "LONGHAUL_STORE",
                            "dynamodb://" + DynamoTable.NAME,
                            "AWS_ENDPOINT_URL_DYNAMODB",
                            dynamo.endpoint(),
                            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                            "http://127.0.0.1:" + credentials.getAddress().getPort() + "/"))
                    .build());

            Completed answer = (Completed) lambda.invoke("Ship", Payload.of("{\"number\":3}"));

            assertThat(answer.payload().text()).contains("\"status\":\"COMPLETED\"");
            assertThat(keys.get(0)).as("of the read before the snapshot").isEqualTo("KEY1");
            assertThat(keys.subList(1, keys.size()))
                    .as("of what comes after it")
                    .hasSizeGreaterThanOrEqualTo(3)
                    .containsOnly("KEY2");
        } finally {
            credentials.stop(0);
        }
    }

    private Fate note(Request request) {
        keys.add(request.header("Authorization").replaceFirst(".*Credential=([^/]+)/.*", "$1"));
        return Fate.PASSED;
    }

    /** Gives others to each who asks, which last for long. */
    private HttpServer credentials() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("{\"AccessKeyId\":\"KEY" + asked.incrementAndGet()
                            + "\",\"SecretAccessKey\":\"none\",\"Token\":\"none\",\"Expiration\":\"2099-01-01T00:00:00Z\"}")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }
}
