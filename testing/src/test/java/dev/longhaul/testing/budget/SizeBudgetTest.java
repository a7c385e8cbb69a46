package dev.longhaul.testing.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.aws.AwsClients;
import dev.longhaul.runtime.LongRunningHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The budget of what a cold start loads, and of what a function's package grows by: counted, and the same on each machine.
 * Whoever raises one does so on purpose, and says in the changelog what it buys.
 */
class SizeBudgetTest {

    /** Without those of the JDK, of which each version loads others. */
    private static final int CLASSES_UNTIL_FIRST_STEP = 264;

    /** Of these, the interfaces and exceptions of the AWS SDK that the JVM looks at when it verifies ours. */
    private static final int CLASSES_OF_THE_SDK = 13;

    /** Longhaul's own part; beside it and the SDK, a function needs jackson-core. */
    private static final long PACKAGE_BYTES = 389_000;

    @Test
    void aColdFunctionLoadsFewClassesBeforeItsFirstStepAndNoClientOfTheSdk(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                FirstStep.class.getName());
        builder.environment().put("LONGHAUL_STORE", "file:" + folder.resolve("store"));
        builder.environment().put("LONGHAUL_LOCAL", "1");
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        Path said = folder.resolve("said");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();

        assertThat(process.waitFor()).as(() -> read(said)).isZero();
        List<String> loaded = Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])*\\s*", ""))
                .map(line -> line.replaceFirst(" .*", ""))
                .filter(name -> !name.matches("(java|javax|jdk|sun|com\\.sun)\\..*"))
                .toList();

        assertThat(loaded.stream().filter(name -> name.startsWith("software.amazon.")))
                .hasSizeLessThanOrEqualTo(CLASSES_OF_THE_SDK);
        assertThat(loaded.size()).as("classes: %s", loaded).isLessThanOrEqualTo(CLASSES_UNTIL_FIRST_STEP);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAFunctionIsPackagedWithIsSmall() throws Exception {
        assertThat(deflated(LongRunningHandler.class) + deflated(AwsClients.class))
                .isLessThan(PACKAGE_BYTES);
    }

    /** The bytes of the classes that are where one is, as a jar has them. */
    private static long deflated(Class<?> one) throws IOException, URISyntaxException {
        Path place =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return deflated(place);
        }
        try (var jar = FileSystems.newFileSystem(place)) {
            return deflated(jar.getPath("/"));
        }
    }

    private static long deflated(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .mapToLong(SizeBudgetTest::deflatedFile)
                    .sum();
        }
    }

    private static long deflatedFile(Path file) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            byte[] content = Files.readAllBytes(file);
            deflater.setInput(content);
            deflater.finish();
            return deflater.deflate(new byte[content.length + 100]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }
}
