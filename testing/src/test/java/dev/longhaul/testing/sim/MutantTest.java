package dev.longhaul.testing.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MutantTest {

    private final Mutant mutant =
            new Mutant("m", "engine/Some.java", "if (stored.epoch() != epoch) { return null; }", "");

    @Test
    void theCodeIsFoundHoweverItIsFormatted() {
        assertThat(mutant.in("before(); if(stored.epoch()!=epoch){return null;} after();"))
                .isEqualTo("before();  after();");
        assertThat(mutant.in(
                        "before();\n    if (stored\n            .epoch() != epoch) {\n        return null;\n    }"))
                .isEqualTo("before();\n    ");
    }

    @Test
    void theCodeStandsThereExactlyOnce() {
        assertThatThrownBy(() -> mutant.in("if (stored.epoch() == epoch) { return null; }"))
                .hasMessageStartingWith("engine/Some.java has no \"if (stored");
        assertThatThrownBy(() -> mutant.in("if (stored.epoch() != epoch) { return null; }".repeat(2)))
                .hasMessageStartingWith("engine/Some.java has more than one \"if (stored");
    }
}
