package dev.longhaul.proof;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.runtime.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Processes that run {@link Main}, as containers do; each writes what it says into a file of its own. */
final class Containers implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment;
    private final List<Process> started = new ArrayList<>();

    Containers(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Starts one for the transfers; a lease of two seconds, and a look five times a second. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                CallerClassPath.of(Containers.class).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName(),
                TransfersHandler.class.getName(),
                "--lease",
                "2s",
                "--look",
                "200ms"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("container-" + started.size()).toFile())
                .start();
        started.add(process);
        return process;
    }

    /** What a process has said by now. */
    String said(Process process) throws IOException {
        return Files.readString(folder.resolve("container-" + started.indexOf(process)));
    }

    /** Whether it has taken a chain. */
    boolean hasClaimed(Process process) throws IOException {
        return said(process).contains("\"longhaul\":\"claimed\"");
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
