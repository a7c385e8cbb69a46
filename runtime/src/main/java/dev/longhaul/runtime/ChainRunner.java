package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.HopAnswer;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.protocol.Processes;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import dev.longhaul.runtime.time.Time;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;

/**
 * Runs chains in this process instead of in Lambda functions: with the same job, the same store and no deadline.
 *
 * <p>A chain that it runs can be stopped, and goes on in another process when this one dies: one that runs {@link Main}, or the same
 * event again. Its lease is a quarter of an hour from each checkpoint on: a step that takes longer than that makes checkpoints. The handler, and with it
 * the job's resources, stay the caller's to close.
 */
public final class ChainRunner {

    private static final String FUNCTION =
            Processes.named(Long.toString(ProcessHandle.current().pid()));

    /** How often a chain that waits is looked at. */
    private static final long LOOK_MILLIS = 1_000;

    private ChainRunner() {}

    /**
     * Runs a chain to its end.
     *
     * @param handler the generated handler of the job
     * @param store the URI of the store, as in {@code LONGHAUL_STORE}
     * @param event a start event, a named start or a continuation, as JSON
     * @return the answer of the last hop, as JSON: {@code {"chain":"...","hop":0,"status":"COMPLETED","steps":1234}}
     * @throws IllegalArgumentException when no store on the class path knows the URI, an environment variable is missing
     *     that the job needs, or the job has children, for which a process has no functions
     * @throws Exception when the chain could not be brought to an end; a sweep, or the same event again, goes on with it
     */
    public static String run(LongRunningHandler<?> handler, String store, String event) throws Exception {
        handler.requireVariables();
        handler.requireNoChildren();
        Deque<NextHop> next = new ArrayDeque<>();
        Time time = new SystemTime();
        try (CheckpointStore opened = CheckpointStores.open(store, Map.of())) {
            Engine engine = new Engine(
                    handler.jobs(),
                    new Surroundings(
                            opened,
                            new Queue(next),
                            time,
                            new HopLog(System.out::println),
                            Graces.STANDARD,
                            Ends.of(System.getenv())));
            Answer answer = engine.run(event, invocation());
            while (true) {
                if (answer instanceof HopAnswer hop && hop.status() == HopAnswer.Status.WAITING) {
                    ChainRecord chain = afterWait(opened, handler.options().name(), hop.chainId(), time);
                    if (chain.status().terminal()) {
                        return HopAnswer.of(chain, chain.hop()).json();
                    }
                    next.add(NextHop.of(chain));
                } else if (next.isEmpty()) {
                    return answer.json();
                }
                answer = engine.run(next.remove().event(), invocation());
            }
        }
    }

    /** Waits as long as the chain does, and looks meanwhile whether it was stopped. */
    private static ChainRecord afterWait(CheckpointStore store, String job, String chainId, Time time)
            throws InterruptedException {
        while (true) {
            ChainRecord chain = store.read(job, chainId).orElseThrow();
            long left = chain.leaseUntil() - time.nowMillis();
            if (chain.status() != ChainStatus.WAITING || left <= 0) {
                return chain;
            }
            time.pause(Math.min(left, LOOK_MILLIS));
        }
    }

    private static Invocation invocation() {
        return new Invocation(
                Processes.named(UUID.randomUUID().toString()), FUNCTION, () -> Long.MAX_VALUE, null, null);
    }

    /** Keeps the next hop for this very thread. */
    private record Queue(Deque<NextHop> hops) implements Continuation {

        @Override
        public void send(NextHop next) {
            hops.add(next);
        }

        @Override
        public void close() {}
    }
}
