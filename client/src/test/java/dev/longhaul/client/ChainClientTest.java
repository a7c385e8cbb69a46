package dev.longhaul.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.client.FunctionView.Bound;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.MoveRefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client with real stores and functions in real processes. */
class ChainClientTest {

    /** Ends only a test that would never end. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    static Stream<String> stores() throws IOException {
        return Stream.of(
                Files.createTempDirectory(folder, "store").toUri().toString(),
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aChainIsStartedWatchedAndItsResultRead(String store) throws Exception {
        try (LambdaOfTally lambda = new LambdaOfTally(store);
                ChainClient client = ChainClient.of(store, lambda.callers())) {
            assertThatThrownBy(() -> client.chain("Tally", "nightly").status())
                    .isInstanceOf(MoveRefusedException.class)
                    .hasMessageStartingWith("there is no chain \"nightly\" of the job Tally in ");

            ChainHandle chain = client.start("Tally", "nightly", "{\"to\":120,\"stumblesAt\":0}");
            ChainRecord end = chain.await(LONG);

            assertThat(end.status()).isEqualTo(ChainStatus.COMPLETED);
            assertThat(end.hop()).as("hops").isPositive();
            assertThat(end.progress().done()).isEqualTo(120);
            assertThat(chain.result()).isEqualTo("\"counted to 120\"");
            assertThat(chain.result(String.class)).isEqualTo("counted to 120");
            assertThat(chain.<Integer>result(String::length)).isEqualTo(16);
            FunctionView view = chain.ask();
            assertThat(view.costUsd()).isPositive();
            assertThat(view.memoryMegabytes()).isEqualTo(256);
            assertThat(view.bounds()).contains(new Bound("maxHops", end.hop() + 1, 50));
            assertThat(client.list("Tally", ChainFilter.ALL.withPrefix("night"), 10)
                            .chains())
                    .containsExactly(end);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aChainIsStoppedAndResumed(String store) throws Exception {
        try (LambdaOfTally lambda = new LambdaOfTally(store);
                ChainClient client = ChainClient.of(store, lambda.callers())) {
            ChainHandle chain = client.start(new JobFunction("Tally", "Tally:live"), "{\"to\":400,\"stumblesAt\":0}");
            while (chain.find().map(ChainRecord::steps).orElse(0L) == 0) {
                LockSupport.parkNanos(20_000_000);
            }

            chain.stop("enough");
            ChainRecord stopped = chain.await(LONG);
            assertThat(stopped.status()).isEqualTo(ChainStatus.STOPPED);
            assertThat(stopped.failure().message()).isEqualTo("enough");
            assertThat(stopped.steps()).isBetween(1L, 399L);
            assertThatThrownBy(chain::result)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith(" of Tally has no result: it is STOPPED: enough");

            chain.resume();
            assertThat(chain.await(LONG).status()).isEqualTo(ChainStatus.COMPLETED);
            assertThat(chain.result(String.class)).isEqualTo("counted to 400");
            assertThatThrownBy(chain::resume).isInstanceOf(MoveRefusedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aChainThatFailedGoesOnInTheVersionInWhichThatIsRepaired(String store) throws Exception {
        try (LambdaOfTally lambda = new LambdaOfTally(store);
                ChainClient client = ChainClient.of(store, lambda.callers())) {
            ChainHandle chain = client.start("Tally", "stumbling", "{\"to\":10,\"stumblesAt\":5}");
            ChainRecord failed = chain.await(LONG);
            assertThat(failed.status()).isEqualTo(ChainStatus.FAILED);
            assertThat(failed.failure().message()).isEqualTo("stumbled");
            lambda.repair();

            chain.resume("repaired");

            ChainRecord end = chain.await(LONG);
            assertThat(end.status()).isEqualTo(ChainStatus.COMPLETED);
            assertThat(end.functionArn()).endsWith(":function:Tally:repaired");
            assertThat(chain.result(String.class)).isEqualTo("counted to 10");
        }
    }
}
