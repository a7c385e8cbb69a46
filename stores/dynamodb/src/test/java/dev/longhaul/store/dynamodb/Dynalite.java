package dev.longhaul.store.dynamodb;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that speaks DynamoDB, under node: installed below target from a lock file, and ended with the tests. */
final class Dynalite {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "server.js");

    private final Process process;
    private final String endpoint;

    private Dynalite(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts a server. Where node or its registry is missing, the test is skipped, but in CI it fails. */
    static Dynalite start() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "dynalite"));
        for (String file : FILES) {
            try (InputStream in = Dynalite.class.getResourceAsStream("/dynalite/" + file)) {
                Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path installed = folder.resolve("installed");
        if (!Files.exists(installed)) {
            install(folder);
            Files.createFile(installed);
        }
        Process server = new ProcessBuilder("node", "server.js")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Not closed: that would close the server's output.
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        String port = out.readLine();
        if (port == null) {
            fail("dynalite ended at its start; what it printed stands above");
        }
        return new Dynalite(server, "http://127.0.0.1:" + port);
    }

    String endpoint() {
        return endpoint;
    }

    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        // Without scripts: the only one would build a database on disk, which is not used.
        List<String> command = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        Path log = folder.resolve("npm.log");
        int exit;
        try {
            exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            missing("there is no npm: " + e.getMessage());
            return;
        }
        if (exit != 0) {
            missing("npm can't install dynalite:\n" + Files.readString(log));
        }
    }

    private static void missing(String what) {
        if (System.getenv("CI") != null) {
            fail(what);
        }
        abort(what);
    }
}
