package dev.longhaul.runtime;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.engine.Graces;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.util.Map;

/** Reads the environment variables, once, and makes what they name. */
final class Startup {

    private static final String CONTINUE = "LONGHAUL_CONTINUE";

    private Startup() {}

    static Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(
                CheckpointStores.fromEnvironment(environment),
                continuation(environment),
                new SystemTime(),
                new HopLog(System.out::println),
                Graces.STANDARD);
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
