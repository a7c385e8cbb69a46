package dev.longhaul.proof;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.runtime.SweeperHandler;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The chains of a soak whose checkpoints go to one store.
 *
 * @param name of the store, and the beginning of the chains' names
 * @param environment of the functions
 * @param store the same store, for the test
 * @param chains the chains' names
 */
record Route(String name, Map<String, String> environment, CheckpointStore store, List<String> chains) {

    static final String JOB = "Voyage";
    static final String CHILD = "Tender";

    static Route of(String name, String uri, Map<String, String> variables, int chains) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("LONGHAUL_STORE", uri);
        Map<String, String> own = new HashMap<>(variables);
        own.putAll(Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        return new Route(
                name,
                environment,
                CheckpointStores.open(uri, own),
                IntStream.range(0, chains).mapToObj(n -> name + "-" + n).toList());
    }

    String function() {
        return JOB + "-" + name;
    }

    String tender() {
        return CHILD + "-" + name;
    }

    String sweeper() {
        return "Sweeper-" + name;
    }

    void create(LocalLambda lambda, Plan plan) {
        lambda.create(version(plan, false));
        lambda.create(FunctionConfig.builder(tender(), TenderHandler.class.getName())
                .allowLoops()
                .classPath(CallerClassPath.of(Route.class))
                .timeout(plan.timeout())
                .memoryMegabytes(256)
                .reservedConcurrency(2)
                .environment(environment)
                .build());
        lambda.create(FunctionConfig.builder(sweeper(), SweeperHandler.class.getName())
                .classPath(CallerClassPath.of(Route.class))
                .timeout(Duration.ofSeconds(30))
                .memoryMegabytes(256)
                .environment(environment)
                .build());
    }

    FunctionConfig version(Plan plan, boolean newer) {
        return FunctionConfig.builder(function(), handler(newer).getName())
                .allowLoops()
                .classPath(CallerClassPath.of(Route.class))
                .timeout(plan.timeout())
                .memoryMegabytes(256)
                .reservedConcurrency(chains.size() + 4)
                .environment(environment)
                .build();
    }

    private static Class<?> handler(boolean newer) {
        return newer ? VoyageNextHandler.class : VoyageHandler.class;
    }
}
