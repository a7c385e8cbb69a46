package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.faults.Fate;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.store.StoreUnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's server is restarted, out of reach, and slow, while chains run. */
class StoreOutageTest {

    private static final int CHAINS = 4;
    private static final int TRANSFERS = 40;

    @TempDir
    Path folder;

    @Test
    void theChainsGoOnWhenTheStoreDoes() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        EmbeddedPostgres server = server(0);
        try (TcpRelay relay = new TcpRelay(server.getPort());
                CheckpointStore store = CheckpointStores.open(url(relay.port()), Map.of());
                Lambda lambda = new Lambda(url(relay.port()), CHAINS)) {
            store.list(Lambda.JOB, 1);
            for (int chain = 0; chain < CHAINS; chain++) {
                lambda.send(ledger.start("chain-" + chain, TRANSFERS, 100));
            }
            Awaiting.until("all chains have begun", () -> fewest(ledger) > 3);

            relay.cut();
            Awaiting.until("the store was missed", () -> relay.refused() > 2 * CHAINS);
            relay.pass(100);
            int slow = fewest(ledger);
            Awaiting.until("the chains go on with a slow store", () -> fewest(ledger) > slow + 3);
            relay.pass(0);

            int port = server.getPort();
            server.close();
            server = server(port);

            Awaiting.until("all chains have ended", () -> lambda.sweep().contains("sent") && ended(store));
            for (ChainRecord chain : chains(store)) {
                ledger.check(chain, TRANSFERS);
            }
        } finally {
            server.close();
        }
    }

    @Test
    void theChainsGoOnWhenS3IsThereAgain() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        AtomicBoolean away = new AtomicBoolean();
        AtomicInteger missed = new AtomicInteger();
        try (ObjectServer s3 = new ObjectServer(request -> away.get() ? missing(missed) : Fate.PASSED);
                CheckpointStore store = CheckpointStores.open(s3.store(), s3.environment());
                Lambda lambda = new Lambda(s3.store(), CHAINS, s3.functions(), event -> {})) {
            for (int chain = 0; chain < CHAINS; chain++) {
                lambda.send(ledger.start("chain-" + chain, TRANSFERS, 100));
            }
            Awaiting.until("all chains have begun", () -> fewest(ledger) > 3);

            away.set(true);
            Awaiting.until("the store was missed", () -> missed.get() > 10 * CHAINS);
            away.set(false);

            Awaiting.until("all chains have ended", () -> lambda.sweep().contains("sent") && ended(store));
            for (ChainRecord chain : chains(store)) {
                ledger.check(chain, TRANSFERS);
            }
        }
    }

    /** The connection ends, and nothing is done. */
    private static Fate missing(AtomicInteger missed) {
        missed.incrementAndGet();
        return server -> Optional.empty();
    }

    private static List<ChainRecord> chains(CheckpointStore store) {
        List<ChainRecord> chains = store.list(Lambda.JOB, 2 * CHAINS).chains();
        assertThat(chains.size()).isEqualTo(CHAINS);
        return chains;
    }

    private static boolean ended(CheckpointStore store) {
        try {
            return chains(store).stream().allMatch(chain -> chain.status().terminal());
        } catch (StoreUnavailableException e) {
            // The connections of before the restart: the next look has new ones.
            return false;
        }
    }

    private static int fewest(Ledger ledger) throws IOException {
        int fewest = Integer.MAX_VALUE;
        for (int chain = 0; chain < CHAINS; chain++) {
            fewest = Math.min(fewest, ledger.lines("chain-" + chain));
        }
        return fewest;
    }

    /** A server on the same data as the one before it. */
    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }
}
