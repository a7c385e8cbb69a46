package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain in real processes waits without an invocation, is woken by the sweeper, and is told what it waits for. */
class WaitAndSignalTest {

    private static final String JOB = "Vouchers";

    @TempDir
    Path folder;

    @Test
    void aChainWaitsForNothingAndHearsEachApprovalOnce() throws Exception {
        String uri = folder.resolve("store").toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda lambda = new Lambda(uri, 2)) {
            lambda.create(new VouchersHandler());
            assertThat(lambda.ask(JOB, Envelope.start("one", "{}"))).contains("\"status\":\"WAITING\"");
            ChainRecord waiting = store.read(JOB, "one").orElseThrow();
            assertThat(lambda.sweep()).contains("\"woken\":0");

            Awaiting.until("the wait is over", () -> System.currentTimeMillis() >= waiting.leaseUntil());
            assertThat(lambda.sweep()).contains("\"woken\":1");
            Awaiting.until("it waits again", () -> {
                ChainRecord now = store.read(JOB, "one").orElseThrow();
                return now.hop() == 2 && now.status() == ChainStatus.WAITING;
            });

            assertThat(lambda.ask(JOB, approval(1, "mail-1")))
                    .contains("\"status\":\"HANDED_OFF\"", "\"signalsWaiting\":1");
            lambda.ask(JOB, approval(1, "mail-1"));
            lambda.ask(JOB, approval(2, "mail-2"));
            assertThat(lambda.ask(
                            JOB,
                            "{\"longhaul\":{\"v\":1,\"chain\":\"one\",\"signal\":\"approved\"},\"input\":{\"nr\":3}}"))
                    .contains("errorMessage", "can't be taken, and nothing was written");
            lambda.ask(JOB, approval(3, "mail-3"));
            Awaiting.until(
                    "the chain has completed",
                    () -> store.read(JOB, "one").orElseThrow().status().equals(ChainStatus.COMPLETED));

            ChainRecord end = store.read(JOB, "one").orElseThrow();
            assertThat(end.result()).isEqualTo("[1,2,3]");
            assertThat(end.updatedAt() - end.startedAt()).isGreaterThan(Vouchers.FIRST_WAIT.toMillis());
            assertThat(end.billedMillis())
                    .as("billed of %d ms", end.updatedAt() - end.startedAt())
                    .isLessThan(Vouchers.FIRST_WAIT.toMillis());
            assertThat(lambda.ask(JOB, approval(4, "mail-4"))).contains("errorMessage", "it has ended");
        }
    }

    private static String approval(int number, String id) {
        return Envelope.signal("one", "approved", id, "{\"number\":" + number + ",\"by\":\"Ada\"}");
    }
}
