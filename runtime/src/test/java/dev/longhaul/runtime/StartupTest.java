package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.memory.MemoryStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The environment variables, read once. */
class StartupTest {

    @Test
    void theStoreIsTheOneThatIsNamed() {
        Surroundings made = Startup.surroundings(Map.of(
                "LONGHAUL_STORE", "memory:",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none"));

        assertThat(made.store()).isInstanceOf(MemoryStore.class);
        made.continuation().close();
    }

    @Test
    void aMissingStoreIsNamedWithTheFormsThatItMayHave() {
        assertThatThrownBy(() -> Startup.surroundings(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the environment variable LONGHAUL_STORE is not set. Set it to the URI of a store:"
                        + " file:///directory, memory:, payload:");
    }

    @Test
    void anEmptyNamespaceOfMetricsIsNamed() {
        assertThatThrownBy(() -> Startup.surroundings(Map.of("LONGHAUL_STORE", "memory:", "LONGHAUL_METRICS", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("LONGHAUL_METRICS is empty. Set it to a namespace of CloudWatch's");
    }

    @Test
    void aWrongTargetOfEndsIsNamedAtOnceAndARightOneIsNotReachedYet() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "LONGHAUL_STORE", "memory:",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none"));
        Map<String, String> wrong = Map.of(
                "", "LONGHAUL_EVENTS is \"\". Set it to sqs:<a queue's URL> or eventbridge:<a bus>, or leave it out.",
                "sns:topic", "LONGHAUL_EVENTS is \"sns:topic\". Set it to sqs:",
                "sqs:ends", "LONGHAUL_EVENTS is \"sqs:ends\": \"ends\" is no queue's URL. Write one like https://sqs.",
                "sqs:https://sqs.eu-central-1.amazonaws.com/1/ends.fifo", "is a FIFO queue. Use a standard one",
                "eventbridge:", "LONGHAUL_EVENTS is \"eventbridge:\": \"\" is no bus of EventBridge.");
        wrong.forEach((form, message) -> {
            environment.put("LONGHAUL_EVENTS", form);
            assertThatThrownBy(() -> Startup.surroundings(environment))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        });
        for (String right : List.of(
                "sqs:https://sqs.eu-central-1.amazonaws.com/123456789012/ends",
                "sqs:http://127.0.0.1:9324/000000000000/ends",
                "eventbridge:default")) {
            environment.put("LONGHAUL_EVENTS", right);
            Surroundings made = Startup.surroundings(environment);
            assertThat(made.ends().notices()).isPositive();
            made.continuation().close();
        }
    }

    @Test
    void allVariablesThatAJobMissesAreNamedAtOnce() {
        JobOptions options = JobOptions.named("Paying")
                .environment("BANK_URL", "BANK_KEY", "BANK_ID")
                .build();

        assertThatThrownBy(() -> Startup.requireVariables(options, Map.of("BANK_KEY", "", "BANK_ID", "7")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Paying needs BANK_URL, BANK_KEY, which the environment does not have, or empty."
                        + " Set them on the function: the job's template has a parameter for each.");
        Startup.requireVariables(options, Map.of("BANK_URL", "u", "BANK_KEY", "k", "BANK_ID", "7"));
        Startup.requireVariables(JobOptions.named("Paying").build(), Map.of());
    }

    @Test
    void anUnknownStoreIsNamedWithoutWhatMayBeSecret() {
        assertThatThrownBy(() -> Startup.surroundings(Map.of("LONGHAUL_STORE", "redis://user:secret@host")))
                .hasMessageStartingWith(
                        "LONGHAUL_STORE is \"redis:...\", and no store on the class path knows that form."
                                + " Use one of: file:///directory, memory:, payload:; or add the module")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Startup.surroundings(Map.of("LONGHAUL_STORE", "file:relative")))
                .hasMessageStartingWith("LONGHAUL_STORE is \"file:relative\", which names no directory");
        assertThatThrownBy(() -> Startup.surroundings(Map.of("LONGHAUL_STORE", "memory:x")))
                .hasMessage("LONGHAUL_STORE is \"memory:x\", but memory: takes nothing more.");
    }

    @Test
    void aStoreThatIsGoneWithTheFunctionsEnvironmentIsRefusedThere() {
        for (String uri : List.of("memory:", "file:///tmp/chains", "file:///var/../tmp/chains")) {
            assertThatThrownBy(() -> Startup.surroundings(
                            Map.of("LONGHAUL_STORE", uri, "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("LONGHAUL_STORE is \"" + uri + "\", which a Lambda function loses");
        }
        assertThat(function("file:///mnt/efs/chains", Map.of()).name()).isEqualTo("file:///mnt/efs/chains");
        assertThat(function("file:///tmp/chains", Map.of("LONGHAUL_LOCAL", "1")).name())
                .as("where the functions of one machine share its files")
                .isEqualTo("file:///tmp/chains");
    }

    private static CheckpointStore function(String uri, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("LONGHAUL_STORE", uri);
        environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "none");
        environment.put("AWS_SECRET_ACCESS_KEY", "none");
        Surroundings made = Startup.surroundings(environment);
        made.continuation().close();
        return made.store();
    }

    @Test
    void anUnknownContinuationIsNamed() {
        assertThatThrownBy(() -> Startup.surroundings(
                        Map.of("LONGHAUL_STORE", "memory:", "LONGHAUL_CONTINUE", "carrier pigeon")))
                .hasMessageStartingWith("LONGHAUL_CONTINUE is \"carrier pigeon\". Set it to self");
    }

    @Test
    void aLocalLambdaShortensTheWaitsOfChains() {
        long now = System.currentTimeMillis();
        long hour = 3_600_000;

        long end = scaled("60").time().endOfWait(now + hour);

        // Whenever it is asked: a minute from then.
        assertThat(end).isBetween(now + hour / 60, System.currentTimeMillis() + hour / 60);
        assertThat(scaled("60").time().endOfWait(5)).isEqualTo(5);
        assertThat(scaled("1").time().endOfWait(now + hour)).isEqualTo(now + hour);
        assertThatThrownBy(() -> scaled("0"))
                .hasMessage(
                        "LONGHAUL_TIME_SCALE is \"0\". Set it to a whole number from 1 to 100000, or leave it out.");
        assertThatThrownBy(() -> Startup.surroundings(Map.of(
                        "LONGHAUL_STORE", "memory:",
                        "LONGHAUL_TIME_SCALE", "60",
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "none",
                        "AWS_SECRET_ACCESS_KEY", "none")))
                .hasMessage("LONGHAUL_TIME_SCALE is 60, which shortens the waits of chains: that is for demonstrations"
                        + " on a local Lambda. Leave it out.");
    }

    private static Surroundings scaled(String scale) {
        Surroundings made = Startup.surroundings(Map.of(
                "LONGHAUL_STORE", "memory:",
                "LONGHAUL_LOCAL", "1",
                "LONGHAUL_TIME_SCALE", scale,
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none"));
        made.continuation().close();
        return made;
    }
}
