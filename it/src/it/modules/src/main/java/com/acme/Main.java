package com.acme;

import dev.longhaul.runtime.continuation.SelfInvoke;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.engine.Engine;
import dev.longhaul.runtime.engine.Graces;
import dev.longhaul.runtime.engine.Invocation;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.time.SystemTime;
import java.util.Map;

/** Runs a hop of the job, with everything on the module path. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment =
                Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none");
        Engine engine = new Engine(
                new CountHandler().jobs(),
                new Surroundings(
                        CheckpointStores.open("memory:", environment),
                        new SelfInvoke(environment),
                        new SystemTime(),
                        new HopLog(System.out::println),
                        Graces.STANDARD));
        Answer answer = engine.run("null", new Invocation("request", "arn", () -> 900_000, null, null));
        System.out.println(Main.class.getModule() + " ran " + CountHandler.class.getSuperclass().getModule() + ": "
                + answer.json());
    }
}
