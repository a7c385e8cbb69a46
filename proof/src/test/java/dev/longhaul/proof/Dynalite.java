package dev.longhaul.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server that speaks DynamoDB of that store's own tests, with a table as a job's template makes it. */
final class Dynalite implements AutoCloseable {

    private static final Path ORIGINAL = Path.of("..", "stores", "dynamodb", "src", "test", "resources", "dynalite");

    private final Process process;
    private final int port;

    private Dynalite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server. Where node or its registry is missing, the test is skipped, but in CI it fails. */
    static Dynalite start() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "dynalite"));
        for (String file : List.of("package.json", "package-lock.json", "server.js")) {
            Files.copy(ORIGINAL.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(folder.resolve("node_modules"))) {
            Process npm = new ProcessBuilder(
                            "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            assumeTrue(npm.waitFor() == 0 || System.getenv("CI") != null, "npm can't install dynalite");
        }
        Process server = new ProcessBuilder("node", "server.js")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Not closed: that would close the server's output.
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        return new Dynalite(server, Integer.parseInt(String.valueOf(out.readLine())));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
