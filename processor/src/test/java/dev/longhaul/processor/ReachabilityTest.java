package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The metadata for native images: to the letter, and everything that it names is there. */
class ReachabilityTest {

    private static final String FILE =
            "META-INF/native-image/longhaul/jobs.ReconcilePayments/reachability-metadata.json";

    private final Compilation compilation = Sources.compile(Sources.job("ReconcilePayments"));

    @Test
    void theMetadataIsTheGoldenOne() throws Exception {
        assertThat(compilation).succeeded();
        String written = Sources.resource(compilation, FILE);
        Path golden = Path.of("src/test/resources/golden/ReconcilePayments.reachability-metadata.json");
        if ("rewrite".equals(System.getProperty("longhaul.golden"))) {
            Files.writeString(golden, written);
        }

        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @Test
    void whatItNamesIsThere() throws Exception {
        ClassLoader loader = Sources.loader(compilation);
        String written = Sources.resource(compilation, FILE);

        List<String> types = values(written, "\"type\": \"([^\"]+)\"");
        assertThat(types).containsExactly("jobs.ReconcilePaymentsHandler", "dev.longhaul.runtime.SweeperHandler");
        List<String> parameters = values(written, "^ +\"([a-z.]+\\.[A-Z]\\w+)\",?$");
        assertThat(parameters).hasSize(6);
        for (int i = 0; i < types.size(); i++) {
            Class<?>[] three = new Class<?>[3];
            for (int j = 0; j < three.length; j++) {
                three[j] = Class.forName(parameters.get(3 * i + j), false, loader);
            }
            Class<?> handler = Class.forName(types.get(i), false, loader);
            assertThat(handler.getConstructor()).isNotNull();
            assertThat(handler.getMethod("handleRequest", three)).isNotNull();
        }
        List<String> resources = values(written, "\"glob\": \"([^\"]+)\"");
        assertThat(resources).hasSize(1).allMatch(name -> loader.getResource(name) != null);
    }

    private static List<String> values(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
