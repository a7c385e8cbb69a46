package dev.longhaul.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineageTest {

    @Test
    void aPassIsCountedBesideThoseOfOthers() {
        String first = Lineage.pass("Root=1-2-3;Sampled=0", "a");
        assertThat(first).isEqualTo("Root=1-2-3;Sampled=0;Lineage=1:00000061:0");

        String both = Lineage.pass(Lineage.pass(first, "b"), "a");

        assertThat(both).isEqualTo("Root=1-2-3;Sampled=0;Lineage=1:00000061:1|1:00000062:0");
        assertThat(Lineage.pass(both + ";Self=1-5", "b"))
                .isEqualTo("Root=1-2-3;Sampled=0;Lineage=1:00000061:1|1:00000062:1;Self=1-5");
    }

    @Test
    void theSeventeenthPassIsALoop() {
        String trace = "Root=1-2-3";
        for (int pass = 1; pass <= Lineage.MOST_PASSES; pass++) {
            trace = Lineage.pass(trace, "a");
            assertThat(Lineage.isLoop(trace, "a")).as("pass %s", pass).isFalse();
        }

        String another = Lineage.pass(trace, "a");

        assertThat(Lineage.isLoop(another, "a")).isTrue();
        assertThat(Lineage.isLoop(another, "b")).isFalse();
    }

    @Test
    void whatIsNoLineageIsKeptAsItIs() {
        assertThat(Lineage.pass("Lineage=nonsense", "a")).isEqualTo("Lineage=nonsense|1:00000061:0");
    }
}
