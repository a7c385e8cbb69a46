package dev.longhaul.client;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A local Lambda with the job in it, and the environment of its callers. */
final class LambdaOfTally implements AutoCloseable {

    static final String JOB = "Tally";

    private final LocalLambda lambda;
    private final String store;

    LambdaOfTally(String store) throws IOException {
        this.store = store;
        lambda = LocalLambda.start(LocalOptions.defaults());
        lambda.create(function(Map.of()));
    }

    /** Deploys the version in which the job does not stumble any more. */
    void repair() {
        lambda.update(function(Map.of("TALLY_REPAIRED", "1")));
    }

    private FunctionConfig function(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("LONGHAUL_STORE", store);
        return FunctionConfig.builder(JOB, TallyHandler.class.getName())
                .allowLoops()
                .classPath(CallerClassPath.of(LambdaOfTally.class))
                .timeout(Duration.ofSeconds(15))
                .memoryMegabytes(256)
                .aliases(Set.of("live", "repaired"))
                .environment(environment)
                .build();
    }

    Map<String, String> callers() {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL_LAMBDA", lambda.endpoint().toString());
    }

    @Override
    public void close() {
        lambda.close();
    }
}
