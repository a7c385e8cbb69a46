package dev.longhaul.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials has every artifact that is published, in one version. */
class BomTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(longhaul-[a-z0-9-]+)</artifactId>");
    private static final Pattern MANAGED = Pattern.compile(
            "<artifactId>(longhaul-[a-z0-9-]+)</artifactId>\\s+<version>0.1.0-SNAPSHOT</version>\\s+</dep");
    /** What nobody depends on. */
    private static final Set<String> UNPUBLISHED = Set.of(
            "longhaul-archetype",
            "longhaul-bom",
            "longhaul-cli",
            "longhaul-console",
            "longhaul-containers",
            "longhaul-example",
            "longhaul-architecture",
            "longhaul-it",
            "longhaul-proof",
            "longhaul-faults",
            "longhaul-benchmarks");

    @Test
    void everyPublishedArtifactIsInIt() throws IOException {
        Set<String> published = new TreeSet<>();
        for (String module : all(MODULE, ROOT.resolve("pom.xml"))) {
            // The first artifact of its pom is its parent, unless it has none.
            List<String> artifacts = all(ARTIFACT, ROOT.resolve(module).resolve("pom.xml"));
            published.add(artifacts.get(artifacts.get(0).equals("longhaul-parent") ? 1 : 0));
        }
        published.removeAll(UNPUBLISHED);

        assertThat(all(MANAGED, ROOT.resolve("bom/pom.xml"))).containsExactlyInAnyOrderElementsOf(published);
    }

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
