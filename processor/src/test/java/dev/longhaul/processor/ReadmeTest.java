package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first screen of the README is what the processor does. */
class ReadmeTest {

    private static final String IMPORTS =
            "package p; import dev.longhaul.annotations.*; import dev.longhaul.runtime.JobContext; ";
    private static final JavaFileObject BANK = Sources.source(
            "p.Bank", "package p; class Bank { static Page page(String cursor) { return new Page(0, null); } }");
    private static final JavaFileObject PAGE =
            Sources.source("p.Page", "package p; record Page(int mismatches, String next) {}");

    private List<String> blocks;

    @BeforeEach
    void readBlocks() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        blocks = Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theFirstScreenIsShort() {
        assertThat(blocks.get(0).lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(blocks.get(1).lines()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void theProjectIsOneThatIsBuilt() throws Exception {
        String pom = blocks.stream()
                .filter(block -> block.startsWith("<properties>"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("(<longhaul.version>)[^<]+", "$1@project.version@");

        assertThat(Path.of("../it/src/it/readme/pom.xml")).content().contains(pom);
    }

    @Test
    void whatYouGetIsGenerated() throws Exception {
        Compilation compilation = Sources.compile(BANK, PAGE, job(blocks.get(0)));

        assertThat(compilation.errors()).isEmpty();
        JavaFileObject handler =
                compilation.generatedSourceFile("p.ReconcilePaymentsHandler").orElseThrow();
        try (var in = handler.openInputStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(blocks.get(1));
        }
    }

    @Test
    void theErrorIsTheCompilers() {
        Compilation compilation =
                Sources.compile(BANK, PAGE, job(blocks.get(0).replace("tickMillis = 10_000", "tickMillis = 70_000")));

        Diagnostic<?> error = compilation.errors().get(0);
        assertThat(compilation.errors()).hasSize(1);
        assertThat("ReconcilePayments.java:[1," + (error.getColumnNumber() - IMPORTS.length()) + "] "
                        + error.getMessage(Locale.ROOT) + "\n")
                .isEqualTo(blocks.get(2));
    }

    private static JavaFileObject job(String block) {
        return Sources.source("p.ReconcilePayments", IMPORTS + block);
    }
}
