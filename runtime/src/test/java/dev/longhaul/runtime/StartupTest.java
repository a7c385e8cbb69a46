package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.store.memory.MemoryStore;
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
    void anUnknownContinuationIsNamed() {
        assertThatThrownBy(() -> Startup.surroundings(
                        Map.of("LONGHAUL_STORE", "memory:", "LONGHAUL_CONTINUE", "carrier pigeon")))
                .hasMessageStartingWith("LONGHAUL_CONTINUE is \"carrier pigeon\". Set it to self");
    }
}
