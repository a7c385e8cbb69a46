package dev.longhaul.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The poms say what Maven Central asks of each artifact. */
class ReleaseTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    /** The modules inherit it; the bill of materials has no parent. */
    @Test
    void whereItIsFromAndByWhomAndUnderWhichLicence() throws IOException {
        for (String pom : new String[] {"pom.xml", "bom/pom.xml"}) {
            assertThat(ROOT.resolve(pom))
                    .content()
                    .contains("\n  <url>", "\n  <licenses>", "\n  <developers>", "\n  <scm>\n    <connection>");
        }
    }

    @Test
    void everyModuleHasANameAndADescription() throws IOException {
        String parent = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(MODULE.matcher(parent).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(ROOT.resolve(module).resolve("pom.xml"))
                        .content()
                        .containsPattern("\n  <name>Longhaul: .+</name>\n  <description>.+</description>"));
    }
}
