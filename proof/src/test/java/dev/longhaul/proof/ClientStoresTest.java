package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainFilter;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.faults.Fate;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client with the stores of AWS: a chain is started, stopped, listed, resumed, and ends. */
class ClientStoresTest {

    private static final int TRANSFERS = 80;
    /** Ends only a test that would never end. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void inS3() throws Exception {
        try (ObjectServer server = new ObjectServer(request -> Fate.PASSED)) {
            operate(server.store(), server.functions(), server.environment());
        }
    }

    @Test
    void inDynamoDb() throws Exception {
        try (Dynalite server = Dynalite.start()) {
            String endpoint = "http://127.0.0.1:" + server.port();
            DynamoTable.create(endpoint);
            Map<String, String> functions = Map.of("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
            Map<String, String> callers = new HashMap<>(functions);
            callers.putAll(
                    Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
            operate("dynamodb://" + DynamoTable.NAME, functions, callers);
        }
    }

    private void operate(String store, Map<String, String> functions, Map<String, String> callers) throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        try (Lambda lambda = new Lambda(store, 2, functions, event -> {})) {
            Map<String, String> environment = new HashMap<>(callers);
            environment.put("AWS_ENDPOINT_URL_LAMBDA", lambda.endpoint().toString());
            try (ChainClient client = ChainClient.of(store, environment)) {
                ChainHandle chain = client.start(Lambda.JOB, "nightly", ledger.input(TRANSFERS, 100));
                Awaiting.until("a transfer is made", () -> ledger.lines("nightly") > 0);

                chain.stop("enough");
                assertThat(chain.await(LONG).status()).isEqualTo(ChainStatus.STOPPED);
                assertThat(client.list(Lambda.JOB, ChainFilter.of(ChainStatus.STOPPED), 5)
                                .chains())
                        .extracting(ChainRecord::chainId)
                        .containsExactly("nightly");

                chain.resume();
                ChainRecord end = chain.await(LONG);
                ledger.check(end, TRANSFERS);
                assertThat(chain.result(Long.class)).isEqualTo(Long.valueOf(end.result()));
                assertThat(chain.ask().costUsd()).isPositive();
                assertThat(client.list(Lambda.JOB, ChainFilter.living(), 5).chains())
                        .isEmpty();
                assertThat(client.sweep().sent()).isZero();
            }
        }
    }
}
