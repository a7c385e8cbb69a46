package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job leaves behind in its process keeps no other chain's event from it, under AWS's own runtime client. */
class LitterTest {

    private static final String JOB = "Litter";
    private static final int KINDS = 6;

    @TempDir
    Path folder;

    @Test
    void theEnvironmentStaysFitForTheNextEvent() throws Exception {
        String uri = folder.resolve("store").toUri().toString();
        List<InvocationStatus> statuses = new CopyOnWriteArrayList<>();
        Set<Long> processes = ConcurrentHashMap.newKeySet();
        LocalOptions options = LocalOptions.defaults().withListener(event -> {
            if (event instanceof Started started) {
                processes.add(started.pid());
            } else if (event instanceof Finished finished) {
                statuses.add(finished.report().status());
            }
        });
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                LocalLambda lambda = LocalLambda.start(options)) {
            lambda.create(FunctionConfig.builder(JOB, LitterHandler.class.getName())
                    .allowLoops()
                    .classPath(CallerClassPath.of(LitterTest.class))
                    .timeout(Duration.ofSeconds(20))
                    .memoryMegabytes(256)
                    .environment(Map.of("LONGHAUL_STORE", uri))
                    .build());
            for (int kind = 0; kind < 2 * KINDS; kind++) {
                lambda.invoke(
                        JOB,
                        Payload.of("{\"longhaul\":{\"v\":1,\"start\":\"chain-" + kind + "\"},\"input\":{\"kind\":"
                                + kind + "}}"));
                ChainRecord chain = store.read(JOB, "chain-" + kind).orElseThrow();
                assertThat(chain.status()).as("what was left: %d", kind).isEqualTo(ChainStatus.COMPLETED);
                assertThat(chain.hop()).isZero();
            }
            assertThat(statuses).hasSize(2 * KINDS).containsOnly(InvocationStatus.SUCCEEDED);
            assertThat(processes).as("processes: the first one did for all").hasSize(1);
        }
    }
}
