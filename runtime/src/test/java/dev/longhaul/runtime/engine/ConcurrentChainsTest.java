package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.memory.MemoryStore;
import dev.longhaul.runtime.time.SystemTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Lambda Managed Instances: one handler, many invocations at once, on threads of the same process. */
class ConcurrentChainsTest {

    private static final int CHAINS = 32;
    private static final int STEPS = 10;
    private static final long STEP_MILLIS = 2_000;
    private static final JobOptions OPTIONS = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(5)
            .build();

    private final CheckpointStore store = new MemoryStore();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Future<HopAnswer>> invocations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    /** What each invocation has left, by its thread: steps use it up. */
    private final Map<Thread, AtomicLong> remaining = new ConcurrentHashMap<>();

    private final CyclicBarrier together = new CyclicBarrier(CHAINS);
    private final Map<String, List<Integer>> done = new ConcurrentHashMap<>();
    private final Engine engine = new Engine(
            new CountingJob(OPTIONS, STEPS, this::step),
            new Surroundings(store, new Threads(), new SystemTime(), new HopLog(log::add), Graces.STANDARD));

    @Test
    void manyChainsRunInOneHandlerAtOnce() throws Exception {
        for (int chain = 0; chain < CHAINS; chain++) {
            // Twice, under request ids of their own: one of them is dropped.
            invoke("{\"longhaul\":{\"v\":1,\"start\":\"chain-" + chain + "\"}}");
            invoke("{\"longhaul\":{\"v\":1,\"start\":\"chain-" + chain + "\"}}");
        }
        List<String> answers = new ArrayList<>();
        for (Future<HopAnswer> next = invocations.poll(); next != null; next = invocations.poll()) {
            answers.add(next.get().status().name());
        }
        threads.shutdown();

        assertThat(answers).filteredOn("DROPPED"::equals).hasSize(CHAINS);
        assertThat(answers).filteredOn("COMPLETED"::equals).hasSize(CHAINS);
        assertThat(answers).filteredOn("HANDED_OFF"::equals).hasSizeGreaterThanOrEqualTo(CHAINS);
        assertThat(store.list("Count", 100).chains()).hasSize(CHAINS).allSatisfy(ConcurrentChainsTest::check);
        assertThat(done.values()).hasSize(CHAINS).allMatch(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)::equals);
        assertThat(Thread.getAllStackTraces().keySet())
                .as("watchdogs that outlive their invocation")
                .noneMatch(thread -> thread.getName().startsWith("longhaul-watchdog"));
    }

    private static void check(ChainRecord chain) {
        assertThat(chain.status()).isEqualTo(ChainStatus.COMPLETED);
        assertThat(chain.steps()).isEqualTo(STEPS);
        assertThat(chain.epoch()).as("nothing was taken over").isEqualTo(chain.hop() + 1L);
    }

    private void step(int count, HopControl hop) throws Exception {
        done.computeIfAbsent(hop.chainId(), id -> new ArrayList<>()).add(count);
        if (count == 1) {
            // No chain gets past its first step before all are in it.
            together.await();
        }
        assertThat(hop.stepNumber()).isEqualTo(count - 1);
        long left = remaining.get(Thread.currentThread()).addAndGet(-STEP_MILLIS);
        assertThat(hop.remainingMillis()).isEqualTo(left);
        while (left < OPTIONS.timing().safeMillis() && !hop.shouldYield()) {
            Thread.onSpinWait();
        }
    }

    private void invoke(String event) {
        String requestId = "request-" + requests.getAndIncrement();
        invocations.add(threads.submit(() -> {
            AtomicLong left = new AtomicLong(OPTIONS.timing().timeoutMillis());
            remaining.put(Thread.currentThread(), left);
            return (HopAnswer) engine.run(event, new Invocation(requestId, Rig.ARN, left::get, null, null));
        }));
    }

    /** Delivers at once, on another thread. */
    private final class Threads implements Continuation {

        @Override
        public void send(NextHop next) {
            invoke(next.event());
        }

        @Override
        public void close() {}
    }
}
