package dev.longhaul.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/snapstart.md}: it compiles with what {@code longhaul-runtime} brings. */
class SnapStartDocTest {

    private static final String IMPORTS = "import com.zaxxer.hikari.*; import org.crac.*;";

    @TempDir
    Path folder;

    @Test
    void theResourcesAreToldOfTheSnapshot() throws Exception {
        String block = DocExamples.blocks("snapstart.md", "## Your own clients").get(0);
        try (URLClassLoader classes =
                DocExamples.compile(List.of(DocExamples.source("Warehouse", IMPORTS + block)), List.of(), folder)) {
            assertThat(Resource.class).isAssignableFrom(classes.loadClass("acme.Warehouse"));
        }
    }
}
