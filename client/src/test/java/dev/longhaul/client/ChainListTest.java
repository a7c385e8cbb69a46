package dev.longhaul.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains are listed without a region, without credentials, and beside records that can't be read. */
class ChainListTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:Tally";

    @TempDir
    Path folder;

    private String uri;

    @BeforeEach
    void chains() {
        uri = folder.toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of())) {
            for (int i = 0; i < 250; i++) {
                Claim claim = Claims.start(
                        null, "Tally", "chain-" + i, "{}", new Claimant("r" + i, ARN, null, 1_000L + i, 1_000_000));
                ChainRecord first = ((Claim.Granted) claim).next();
                store.write(first);
                if (i % 5 == 0) {
                    store.write(first.change()
                            .status(ChainStatus.FAILED)
                            .lastHop(HopEntry.End.FINISHED)
                            .build());
                }
            }
        }
    }

    @Test
    void pageByPageEachChainComesOnce() {
        try (ChainClient client = ChainClient.of(uri, Map.of())) {
            List<String> ids = new ArrayList<>();
            int pages = 0;
            for (Optional<ChainPage> page = Optional.of(client.list("Tally", ChainFilter.ALL, 60));
                    page.isPresent();
                    page = page.get().next()) {
                page.get().chains().forEach(chain -> ids.add(chain.chainId()));
                pages++;
            }

            assertThat(pages).isEqualTo(5);
            assertThat(ids).hasSize(250).doesNotHaveDuplicates().startsWith("chain-249", "chain-248");
        }
    }

    @Test
    void aFilterLeavesWhatIsWanted() {
        try (ChainClient client = ChainClient.of(uri, Map.of())) {
            assertThat(client.list("Tally", ChainFilter.of(ChainStatus.FAILED), 500)
                            .chains())
                    .hasSize(50);
            assertThat(client.list("Tally", ChainFilter.living(), 500).chains()).hasSize(200);
            assertThat(client.list("Tally", ChainFilter.living().withPrefix("chain-24"), 500)
                            .chains())
                    .extracting(ChainRecord::chainId)
                    .containsExactly(
                            "chain-249",
                            "chain-248",
                            "chain-247",
                            "chain-246",
                            "chain-244",
                            "chain-243",
                            "chain-242",
                            "chain-241",
                            "chain-24");
            assertThat(client.list("Tally", ChainFilter.ALL.withUpdatedSince(Instant.ofEpochMilli(1_240)), 500)
                            .chains())
                    .hasSize(10);
            assertThat(client.list("Other", ChainFilter.ALL, 500).chains()).isEmpty();
        }
    }

    @Test
    void aRecordThatCannotBeReadIsToldAndTheRestIsListed() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path one = files.filter(file -> file.toString().endsWith("chain-7.json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(one, "{\"revision\":");
        }
        try (ChainClient client = ChainClient.of(uri, Map.of())) {
            ChainPage page = client.list("Tally", ChainFilter.ALL, 500);

            assertThat(page.chains()).hasSize(249);
            assertThat(page.unreadable()).singleElement().asString().contains("chain-7.json holds no chain's record");
        }
    }

    @Test
    void aSweepThatMayNotSendSaysSo() {
        try (ChainClient client = ChainClient.of(
                uri,
                Map.of(
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_ENDPOINT_URL_LAMBDA", "http://127.0.0.1:1"))) {
            List<String> log = new ArrayList<>();
            Swept swept = client.sweep(log::add);

            assertThat(swept.notSent()).isEqualTo(200);
            assertThat(swept.sent()).isZero();
            assertThat(log).hasSize(200).first().asString().contains("the next hop could not be sent");
        }
    }

    @Test
    void whoWaitsForAChainThatDoesNotEndIsToldHowItStands() {
        try (ChainClient client = ChainClient.of(uri, Map.of())) {
            assertThatThrownBy(() -> client.chain("Tally", "chain-1").await(Duration.ofMillis(1)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("chain chain-1 of Tally has not ended after PT0.001S: it is RUNNING at hop 0");
            assertThatThrownBy(() -> client.chain("Tally", "none").await(Duration.ofMillis(1)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("chain none of Tally has not ended after PT0.001S: it has not begun");
        }
    }

    @Test
    void badInputIsNamedBeforeAnythingIsSent() {
        try (ChainClient client = ChainClient.of(uri, Map.of())) {
            assertThatThrownBy(() -> client.start("Tally", "a", "{\"to\":"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the start event is no JSON: ");
            assertThatThrownBy(() -> client.start("Tally", "a", "1 2"))
                    .hasMessage("the start event has more than one JSON document. Give one.");
            assertThatThrownBy(() -> client.start("Tally", " ", "{}")).hasMessageContaining("has 1 to 256 characters");
            assertThatThrownBy(() -> client.list("Tally", ChainFilter.ALL, 0))
                    .hasMessage("a page of 0 chains has none. Ask for 1 or more.");
        }
        assertThatThrownBy(() -> ChainClient.of("payload:", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the store is payload:, which keeps nothing");
    }
}
