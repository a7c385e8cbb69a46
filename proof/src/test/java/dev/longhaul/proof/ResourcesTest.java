package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job's resources in a real process, under AWS's own runtime client. */
class ResourcesTest {

    private static final String JOB = "Deliveries";
    private static final int CHAINS = 4;

    @TempDir
    Path folder;

    @Test
    void theyAreMadeOnceForAllChainsOfAnEnvironment() throws Exception {
        Path file = Files.createFile(folder.resolve("depot"));
        try (LocalLambda lambda = lambda(Map.of(Depot.VARIABLE, file.toString()))) {
            for (int chain = 0; chain < CHAINS; chain++) {
                assertThat(invoke(lambda).payload().text()).contains("\"status\":\"COMPLETED\"");
            }
        }
        List<String> lines = Files.readAllLines(file);
        String process = lines.get(0).substring(0, lines.get(0).indexOf(' '));
        List<String> expected = new ArrayList<>(List.of(process + " made"));
        for (int use = 0; use < 3 * CHAINS; use++) {
            expected.add(process + " used");
        }
        assertThat(lines).isEqualTo(expected);
    }

    @Test
    void aFunctionThatCantMakeThemDoesNotStartAndSaysWhy() throws Exception {
        Path missing = folder.resolve("missing");
        try (LocalLambda lambda = lambda(Map.of(Depot.VARIABLE, missing.toString()))) {
            Completed refused = invoke(lambda);

            assertThat(refused.isError()).isTrue();
            assertThat(refused.payload().text())
                    .contains(
                            "The resources of Deliveries can't be made: java.nio.file.NoSuchFileException: " + missing);
        }
    }

    @Test
    void aFunctionWithoutItsEnvironmentVariablesDoesNotStartAndNamesThem() throws Exception {
        try (LocalLambda lambda = lambda(Map.of())) {
            Completed refused = invoke(lambda);

            assertThat(refused.isError()).isTrue();
            assertThat(refused.payload().text())
                    .contains("Deliveries needs DEPOT_FILE, which the environment does not have, or empty.");
        }
    }

    private LocalLambda lambda(Map<String, String> environment) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LONGHAUL_STORE", folder.resolve("store").toUri().toString());
        LocalLambda lambda = LocalLambda.start(LocalOptions.defaults());
        lambda.create(FunctionConfig.builder(JOB, DeliveriesHandler.class.getName())
                .allowLoops()
                .classPath(CallerClassPath.of(ResourcesTest.class))
                .timeout(Duration.ofSeconds(20))
                .memoryMegabytes(256)
                .environment(all)
                .build());
        return lambda;
    }

    private static Completed invoke(LocalLambda lambda) throws InterruptedException {
        return (Completed) lambda.invoke(JOB, Payload.of("null"));
    }
}
