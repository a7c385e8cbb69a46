package dev.longhaul.proof;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.HopAnswer;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.util.Map;

/** One invocation in a process of its own, as on a Managed Instance: nobody ends it at its deadline. */
final class ZombieHop {

    /** Short ones, for the lease to be over soon. */
    static final Graces GRACES = new Graces(200, 2_000, 900_000, 86_400_000);

    private ZombieHop() {}

    /** Arguments: the store, the event, the request id, and the milliseconds that the invocation has. */
    public static void main(String[] arguments) throws Exception {
        try (CheckpointStore store = CheckpointStores.open(arguments[0], Map.of())) {
            long deadline = System.currentTimeMillis() + Long.parseLong(arguments[3]);
            Invocation invocation = new Invocation(
                    arguments[2],
                    "arn:aws:lambda:us-east-1:000000000000:function:Transfers",
                    () -> Math.max(0, deadline - System.currentTimeMillis()),
                    null,
                    null);
            System.out.println("answer " + ((HopAnswer) engine(store).run(arguments[1], invocation)).status());
        }
    }

    /** An engine whose next hops are only named. */
    static Engine engine(CheckpointStore store) {
        Continuation named = new Continuation() {
            @Override
            public void send(NextHop next) {
                System.out.println("sent " + next.event());
            }

            @Override
            public void close() {}
        };
        return new Engine(
                new TransfersHandler().jobs(),
                new Surroundings(store, named, new SystemTime(), new HopLog(System.out::println), GRACES));
    }
}
