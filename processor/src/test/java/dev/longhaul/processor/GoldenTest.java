package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handlers and the forms of their states, to the letter; {@code -Dlonghaul.golden=rewrite} writes the golden files anew. */
class GoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"ReconcilePayments", "AllTypes", "Approvals", "MoveObjects"})
    void theHandlerAndTheFormAreTheGoldenOnes(String job) throws Exception {
        Compilation compilation = Sources.compile(Sources.job(job));
        assertThat(compilation).succeeded();
        JavaFileObject handler =
                compilation.generatedSourceFile("jobs." + job + "Handler").orElseThrow();
        String written;
        try (var in = handler.openInputStream()) {
            written = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        check(written, job + "Handler.java");
        check(Sources.resource(compilation, "META-INF/longhaul/jobs." + job + ".state.json"), job + ".state.json");
    }

    private static void check(String written, String file) throws IOException {
        Path golden = Path.of("src/test/resources/golden", file);
        if ("rewrite".equals(System.getProperty("longhaul.golden"))) {
            Files.writeString(golden, written);
        }

        assertThat(written).isEqualTo(Files.readString(golden));
    }
}
