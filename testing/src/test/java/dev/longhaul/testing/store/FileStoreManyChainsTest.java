package dev.longhaul.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand chains at once on one directory: each write waits for the disk, and none of the chains is lost by that. */
class FileStoreManyChainsTest {

    private static final int CHAINS = 1_000;
    private static final long TIMEOUT_MILLIS = 60_000;

    /** Writes at each of its steps. */
    @LongRunning(timeoutMillis = TIMEOUT_MILLIS, safeMillis = 3_000, tickMillis = 500)
    static class Eager {

        @State
        int count;

        @Step
        void step(JobContext job) {
            count++;
            job.checkpoint();
        }

        @Terminate
        boolean done() {
            return count >= 3;
        }
    }

    @Test
    void aThousandChainsCompleteThatWriteAtOnce(@TempDir Path folder) throws Exception {
        ExecutorService hops = Executors.newFixedThreadPool(CHAINS);
        List<Future<?>> running = new ArrayList<>();
        try (CheckpointStore store = CheckpointStores.open(folder.toUri().toString(), Map.of())) {
            for (int i = 0; i < CHAINS; i++) {
                String start = "{\"longhaul\":{\"v\":1,\"start\":\"chain-" + i + "\"},\"input\":null}";
                running.add(hops.submit(() -> {
                    toEnd(store, start);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            for (int i = 0; i < CHAINS; i++) {
                ChainRecord end = store.read("Eager", "chain-" + i).orElseThrow();
                assertThat(end.status()).as(() -> String.valueOf(end.failure())).isEqualTo(ChainStatus.COMPLETED);
            }
        } finally {
            hops.shutdownNow();
        }
    }

    /** Runs a chain, hop by hop, each with a deadline. */
    private static void toEnd(CheckpointStore store, String start) throws Exception {
        List<NextHop> next = new ArrayList<>();
        Continuation queue = new Continuation() {
            @Override
            public void send(NextHop hop) {
                next.add(hop);
            }

            @Override
            public void close() {}
        };
        Engine engine = new Engine(
                new FileStoreManyChainsTest_EagerHandler().jobs(),
                new Surroundings(store, queue, new SystemTime(), HopLog.silent(), Graces.STANDARD));
        String event = start;
        while (event != null) {
            long deadline = System.currentTimeMillis() + TIMEOUT_MILLIS;
            engine.run(
                    event,
                    new Invocation(
                            UUID.randomUUID().toString(),
                            "arn",
                            () -> Math.max(0, deadline - System.currentTimeMillis()),
                            null,
                            null));
            event = next.isEmpty() ? null : next.remove(0).event();
        }
    }
}
