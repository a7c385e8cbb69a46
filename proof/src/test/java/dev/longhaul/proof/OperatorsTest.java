package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain in real processes is shown, stopped and resumed by who has nothing but Lambda's Invoke. */
class OperatorsTest {

    private static final int TRANSFERS = 60;

    @TempDir
    Path folder;

    private static String operation(String what) {
        return "{\"longhaul\":{\"v\":1,\"chain\":\"nightly\"," + what + "}}";
    }

    @Test
    void byInvokeAloneAChainIsShownStoppedAndResumed() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda lambda = new Lambda(uri, 2)) {
            assertThat(lambda.ask(operation("\"show\":true")))
                    .contains("\"refused\":\"there is no chain \\\"nightly\\\"");
            lambda.send(ledger.start("nightly", TRANSFERS, 100));
            Awaiting.until("the first hop has handed off", () -> shown(lambda).contains("\"hop\":1,"));

            assertThat(lambda.ask(operation("\"stop\":\"enough\""))).contains("\"stopRequested\":\"enough\"");
            Awaiting.until("the chain has stopped", () -> shown(lambda).contains("\"status\":\"STOPPED\""));
            assertThat(shown(lambda)).contains("\"failure\":{\"kind\":\"StopRequested\",\"message\":\"enough\"}");
            assertThat(lambda.ask(ledger.start("nightly", TRANSFERS, 100)))
                    .contains("\"status\":\"DROPPED\"", "Resume starts it again");

            assertThat(lambda.ask(operation("\"resume\":true"))).contains("\"status\":\"HANDED_OFF\"");
            Awaiting.until("the chain has completed", () -> shown(lambda).contains("\"status\":\"COMPLETED\""));

            ChainRecord chain = store.read(Lambda.JOB, "nightly").orElseThrow();
            ledger.check(chain, TRANSFERS);
            assertThat(shown(lambda)).contains("\"result\":" + chain.result(), "\"costUsd\":");
        }
    }

    private static String shown(Lambda lambda) {
        return lambda.ask(operation("\"show\":true"));
    }
}
