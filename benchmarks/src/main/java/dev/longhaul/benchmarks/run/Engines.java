package dev.longhaul.benchmarks.run;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.time.SystemTime;
import java.util.UUID;

/** The engine in this process, for chains of one hop. */
final class Engines {

    private Engines() {}

    static Engine of(JobFactory jobs, CheckpointStore store) {
        return new Engine(jobs, new Surroundings(store, NONE, new SystemTime(), HopLog.silent(), Graces.STANDARD));
    }

    /** An invocation of a chain of its own. */
    static Invocation invocation() {
        return new Invocation(UUID.randomUUID().toString(), "arn", () -> 900_000, null, null);
    }

    private static final Continuation NONE = new Continuation() {

        @Override
        public void send(NextHop next) {
            throw new IllegalStateException("a chain of one hop has no other");
        }

        @Override
        public void close() {}
    };
}
