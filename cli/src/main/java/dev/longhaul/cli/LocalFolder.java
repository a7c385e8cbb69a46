package dev.longhaul.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The folder of a local Lambda: its store, its logs, and where it is reached while it runs. */
final class LocalFolder {

    private static final String RUNNING = "running.properties";
    private static final String ENDPOINT = "endpoint";
    private static final String STORE = "store";
    private static final String CONSOLE = "console";
    private static final String PROCESS = "pid";

    private final Path folder;

    LocalFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A local Lambda that runs.
     *
     * @param endpoint where its API is
     * @param store its store's URI
     * @param console the address of its console, with the token
     */
    record Running(String endpoint, String store, String console) {}

    /** The store where none is named. */
    String ownStore() {
        return folder.resolve("store").toUri().toString();
    }

    /** Where events wait. */
    Path events() {
        return folder.resolve("events");
    }

    /** The log of a function. */
    Path log(String function) {
        return folder.resolve("logs").resolve(function + ".log");
    }

    Path path() {
        return folder;
    }

    /** The Lambda that runs here; empty where none does. */
    Optional<Running> running() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(RUNNING))) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String process = properties.getProperty(PROCESS, "");
        // One that was killed has left the file behind.
        boolean alive = process.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
        return alive
                ? Optional.of(new Running(
                        properties.getProperty(ENDPOINT, ""),
                        properties.getProperty(STORE, ownStore()),
                        properties.getProperty(CONSOLE, "")))
                : Optional.empty();
    }

    /** Notes that this process runs a Lambda here. */
    void begin(Running running) throws IOException {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                ENDPOINT, running.endpoint(),
                STORE, running.store(),
                CONSOLE, running.console(),
                PROCESS, String.valueOf(ProcessHandle.current().pid())));
        Files.createDirectories(folder);
        Path file = folder.resolve(RUNNING);
        Files.deleteIfExists(file);
        Files.createFile(file);
        // The console's token is in it.
        boolean unused =
                file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true);
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "a local Lambda that runs");
        }
    }

    /** Notes that it does not any more. */
    void end() throws IOException {
        Files.deleteIfExists(folder.resolve(RUNNING));
    }
}
