package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.function.CallerClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is shipped, as a process of its own: run when it has been made. */
class LonghaulJar {

    private static final String JAR = System.getProperty("longhaul.jar", "target/longhaul.jar");

    @TempDir
    Path folder;

    private record Result(int status, String output) {}

    private Result longhaul(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR));
        command.addAll(arguments);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        return new Result(status, Files.readString(output, StandardCharsets.UTF_8));
    }

    @Test
    void aChainRunsToItsEnd() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run"));
        CallerClassPath.of(LonghaulJar.class).forEach(entry -> arguments.add(entry.toString()));
        arguments.addAll(List.of(
                "--job",
                "Tally",
                "--dir",
                folder.toString(),
                "--start",
                "nightly",
                "--input",
                "{\"to\":120,\"stumblesAt\":0}"));

        Result run = longhaul(arguments);

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).contains("100 %  120 of 120", "COMPLETED", "result: \"counted to 120\"");
        Result list = longhaul(List.of("list", "Tally", "--local", "--dir", folder.toString()));
        assertThat(list.output()).containsPattern("nightly +COMPLETED +\\d+ +120 +100 %");
    }

    @Test
    void allStoresAreInIt() throws Exception {
        Result unknown = longhaul(List.of("list", "Tally", "--store", "nosuch:x"));

        assertThat(unknown.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(unknown.output())
                .hasLineCount(1)
                .contains("dynamodb://", "s3://", "jdbc:postgresql:", "file:///", "memory:", "payload:");
    }

    @Test
    void nobodyGetsAProcessorWithIt() throws Exception {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.getEntry("META-INF/services/javax.annotation.processing.Processor"))
                    .isNull();
            assertThat(jar.getEntry("dev/longhaul/processor/LongRunningProcessor.class"))
                    .isNull();
        }
    }
}
