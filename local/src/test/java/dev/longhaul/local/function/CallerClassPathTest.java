package dev.longhaul.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallerClassPathTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void isTheJvmsOwnForAnOrdinaryClass() throws Exception {
        Path here = Path.of(
                getClass().getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(CallerClassPath.of(getClass())).contains(here).allMatch(Files::exists);
    }

    @Test
    void isTheLoadersOwnForAClassOfAUrlClassLoader() throws Exception {
        Path withBlank = Files.createDirectory(folder.resolve("with blank"));
        URL classes = getClass().getProtectionDomain().getCodeSource().getLocation();
        URL[] urls = {
            classes,
            withBlank.toUri().toURL(),
            folder.resolve("missing.jar").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            Class<?> copy = loader.loadClass(Probe.class.getName());

            assertThat(CallerClassPath.of(copy)).containsExactly(Path.of(classes.toURI()), withBlank);
        }
    }

    /** Needs nothing but the JDK, so that any loader can define it. */
    static final class Probe {}
}
