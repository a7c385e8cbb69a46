package dev.longhaul.runtime;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;

/**
 * Runs chains in this process instead of in Lambda functions: with the same job, the same store and no deadline.
 *
 * <p>A chain that it runs can be stopped, and swept when the process dies. Its lease is a quarter of an hour from each
 * checkpoint on: a step that takes longer than that makes checkpoints, or a sweep takes the chain.
 */
public final class ChainRunner {

    private static final String FUNCTION = "process:" + ProcessHandle.current().pid();

    private ChainRunner() {}

    /**
     * Runs a chain to its end.
     *
     * @param handler the generated handler of the job
     * @param store the URI of the store, as in {@code LONGHAUL_STORE}
     * @param event a start event, a named start or a continuation, as JSON
     * @return the answer of the last hop, as JSON: {@code {"chain":"...","hop":0,"status":"COMPLETED","steps":1234}}
     * @throws IllegalArgumentException when no store on the class path knows the URI
     * @throws Exception when the chain could not be brought to an end; a sweep, or the same event again, goes on with it
     */
    public static String run(LongRunningHandler<?> handler, String store, String event) throws Exception {
        Deque<NextHop> next = new ArrayDeque<>();
        try (CheckpointStore opened = CheckpointStores.open(store, Map.of())) {
            Engine engine = new Engine(
                    handler.jobs(),
                    new Surroundings(
                            opened,
                            new Queue(next),
                            new SystemTime(),
                            new HopLog(System.out::println),
                            Graces.STANDARD));
            Answer answer = engine.run(event, invocation());
            while (!next.isEmpty()) {
                answer = engine.run(next.remove().event(), invocation());
            }
            return answer.json();
        }
    }

    private static Invocation invocation() {
        return new Invocation(UUID.randomUUID().toString(), FUNCTION, () -> Long.MAX_VALUE, null, null);
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
