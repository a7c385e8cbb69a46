package dev.longhaul.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportsTest {

    private final Imports imports = new Imports("jobs", "JobHandler");

    @Test
    void theFirstOfASimpleNameIsImportedAndTheOthersHaveTheirPackage() {
        assertThat(imports.of("java.util.List")).isEqualTo("List");
        assertThat(imports.of("java.awt.List")).isEqualTo("java.awt.List");
        assertThat(imports.of("java.util.List")).isEqualTo("List");

        assertThat(imports.imported()).containsExactly("java.util.List");
    }

    @Test
    void whatIsInSightIsNotImported() {
        assertThat(imports.of("jobs.Order")).isEqualTo("Order");
        assertThat(imports.of("java.lang.Integer")).isEqualTo("Integer");
        assertThat(new Imports("", "JobHandler").of("Order")).isEqualTo("Order");

        assertThat(imports.imported()).isEmpty();
    }

    @Test
    void aNeighbourHidesATypeOfThatNameFromElsewhere() {
        assertThat(imports.of("jobs.Map")).isEqualTo("Map");
        assertThat(imports.of("java.util.Map")).isEqualTo("java.util.Map");
        assertThat(imports.of("other.JobHandler")).isEqualTo("other.JobHandler");

        assertThat(imports.imported()).isEmpty();
    }

    @Test
    void importsAreSorted() {
        imports.of("java.util.Set");
        imports.of("dev.longhaul.runtime.JobContext");
        imports.of("java.time.Instant");

        assertThat(imports.imported())
                .containsExactly("dev.longhaul.runtime.JobContext", "java.time.Instant", "java.util.Set");
    }
}
