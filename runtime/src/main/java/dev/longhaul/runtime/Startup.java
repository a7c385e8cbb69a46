package dev.longhaul.runtime;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.engine.Graces;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.store.CarriedStore;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.util.Map;

/** Reads the environment variables, once, and makes what they name. */
final class Startup {

    private static final String CONTINUE = "LONGHAUL_CONTINUE";

    private Startup() {}

    static Surroundings surroundings(Map<String, String> environment) {
        HopLog log = new HopLog(System.out::println);
        CheckpointStore store = CheckpointStores.fromEnvironment(environment);
        if (store instanceof CarriedStore) {
            log.notice(
                    "LONGHAUL_STORE is payload:, so the chains are not fenced, and can't be stopped, resumed or swept:"
                            + " an event that is delivered twice runs twice.");
        }
        return new Surroundings(store, continuation(environment), new SystemTime(), log, Graces.STANDARD);
    }

    private static Continuation continuation(Map<String, String> environment) {
        String form = environment.getOrDefault(CONTINUE, "self");
        if (!form.equals("self")) {
            throw new IllegalArgumentException(
                    CONTINUE + " is \"" + form + "\". Set it to self, or leave it out: the function invokes itself.");
        }
        return new SelfInvoke(environment);
    }
}
