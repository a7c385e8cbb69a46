package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.engine.HopAnswer;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.sweep.Sweeper;
import dev.longhaul.runtime.time.SystemTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is stopped for longer than its lease, and wakes up when its chain is another one's. */
class ZombieTest {

    private static final int TRANSFERS = 40;
    /** Above safeMillis by what the hop is to work. */
    private static final long REMAINING = 15_000;

    @TempDir
    Path folder;

    @Test
    void aZombieChangesNothing() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        Path output = folder.resolve("output");
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of())) {
            Process zombie = start(uri, ledger.start("chain", TRANSFERS, 50), output);
            try {
                Awaiting.until("the first checkpoint", () -> steps(store) > 0);
                signal("STOP", zombie);
                ChainRecord stopped = record(store);
                Awaiting.until("its lease is over", () -> stopped.leaseOver(System.currentTimeMillis()));

                ChainRecord end = finishElsewhere(store);
                int lines = ledger.lines("chain");
                signal("CONT", zombie);
                assertThat(zombie.waitFor()).as(() -> read(output)).isZero();

                assertThat(read(output)).contains("answer FENCED").doesNotContain("sent ");
                assertThat(record(store)).isEqualTo(end);
                ledger.check(end, TRANSFERS);
                assertThat(ledger.lines("chain") - lines)
                        .as("what the zombie could still do outside its state: the step that it was stopped in")
                        .isLessThanOrEqualTo(1);
            } finally {
                zombie.destroyForcibly();
            }
        }
    }

    /** What the sweeper and the next invocations make of the chain. */
    private ChainRecord finishElsewhere(CheckpointStore store) throws Exception {
        Deque<String> sent = new ArrayDeque<>();
        Continuation queue = new Continuation() {
            @Override
            public void send(NextHop next) {
                sent.add(next.event());
            }

            @Override
            public void close() {}
        };
        Sweeper sweeper = new Sweeper(
                store, queue, new SystemTime(), HopLog.silent(), Graces.STANDARD.withHandoff(2_000), Ends.UNTOLD);
        assertThat(sweeper.sweep(() -> true).sent()).isEqualTo(1);
        String event = sent.remove();
        long deadline = System.currentTimeMillis() + 900_000;
        Invocation invocation = new Invocation("other", "arn", () -> deadline - System.currentTimeMillis(), null, null);
        assertThat(((HopAnswer) ZombieHop.engine(store).run(event, invocation)).status())
                .hasToString("COMPLETED");
        return record(store);
    }

    private Process start(String uri, String event, Path output) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ZombieHop.class.getName(),
                        uri,
                        event,
                        "request",
                        Long.toString(REMAINING)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static long steps(CheckpointStore store) {
        return store.read(Lambda.JOB, "chain").map(ChainRecord::steps).orElse(0L);
    }

    private static ChainRecord record(CheckpointStore store) {
        return store.read(Lambda.JOB, "chain").orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
