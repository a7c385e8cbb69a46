package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks templates against AWS's service specification, by the script in {@code src/test/node}. What that needs is
 * installed into {@code target/node} once, by npm. Without node and npm the tests are skipped, but not where the
 * environment variable CI is set.
 */
final class TemplateCheck {

    private static final Path SCRIPTS = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node");

    private TemplateCheck() {}

    /** Brings the script and what it needs to its folder, or skips the test. */
    static void install() throws IOException, InterruptedException {
        require(has("node") && has("npm"), "node and npm are not on the path");
        Files.createDirectories(FOLDER);
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.toList()) {
                Files.copy(script, FOLDER.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Result installed =
                run(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"));
        require(installed.exit() == 0, "npm could not install: " + installed.output());
    }

    private static void require(boolean there, String otherwise) {
        if (System.getenv("CI") != null) {
            assertThat(there).as(otherwise).isTrue();
        }
        assumeTrue(there, otherwise);
    }

    /** The problems of templates; none where they are right. */
    static List<String> problems(String... templates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "check-template.js"));
        for (int i = 0; i < templates.length; i++) {
            String file = "template-" + i + ".yaml";
            Files.writeString(FOLDER.resolve(file), templates[i]);
            command.add(file);
        }
        Result result = run(command);
        List<String> lines = result.output().lines().toList();
        assertThat(result.exit()).as(result.output()).isEqualTo(lines.isEmpty() ? 0 : 1);
        return lines;
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Result run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int exit, String output) {}
}
