package dev.longhaul.local.archive;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.FunctionConfig.Code;
import dev.longhaul.local.function.FunctionConfig.Limits;
import dev.longhaul.local.function.RuntimeClient;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.machine.RuntimeFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder with a function's jars, AWS's runtime client, and an archive of the classes that a JVM had loaded when it ran them
 * (class-data sharing): a JVM that starts with the archive neither reads nor verifies these classes again.
 *
 * <p>An archive is good for the JDK that made it and for the very same class path: the same jars, in the same places. Where
 * something differs, the JVM does without it. Beside {@code lib} and {@code classes.jsa} the folder has {@code
 * java.options}, so that {@code java @java.options HANDLER} runs the function as a container of one's own has to.
 *
 * @param classPath the jars, in order, those of the runtime client first
 * @param file the archive
 */
public record ClassArchive(List<Path> classPath, Path file) {

    private static final String VARIABLE = "JAVA_TOOL_OPTIONS";
    private static final int LOOK_MILLIS = 50;

    /** Copies the class path. */
    public ClassArchive {
        classPath = List.copyOf(classPath);
    }

    /**
     * Puts a function's jars into a folder, runs it there under the runtime client, and keeps the classes that it has loaded.
     *
     * @param function whose process loads what a cold start needs: give it the variables that it has on Lambda
     * @param event what it is invoked with, asynchronously; if it invokes itself, until it does no more
     * @param folder a new or empty one, at the path at which the function is to run
     * @throws IllegalArgumentException when the folder has a function in it
     * @throws IOException when a file can't be written
     * @throws IllegalStateException when the function fails, or the JDK can't make the archive
     */
    public static ClassArchive make(FunctionConfig function, Payload event, Path folder)
            throws IOException, InterruptedException {
        Path place = folder.toAbsolutePath();
        if (Files.exists(place.resolve("lib"))) {
            throw new IllegalArgumentException(
                    place + " has a function in it already: delete it, or name a new folder");
        }
        Files.createDirectories(place);
        RuntimeFiles client = RuntimeFiles.unpack(RuntimeClient.forThisSystem(), place);
        Set<Path> entries = new LinkedHashSet<>(client.classPath());
        entries.addAll(function.code().classPath());
        List<Path> jars = FunctionJars.pack(entries, place.resolve("lib"));
        ClassArchive archive = new ClassArchive(jars, place.resolve("classes.jsa"));
        try (LocalLambda lambda = LocalLambda.start(LocalOptions.defaults())) {
            lambda.create(archive.rehearsal(function));
            lambda.send(function.name(), event);
            while (lambda.pendingEvents() > 0) {
                Thread.sleep(LOOK_MILLIS);
            }
            if (!lambda.failedEvents().isEmpty()) {
                throw new IllegalStateException("the function failed, so that there is no archive of its classes: "
                        + lambda.failedEvents().get(0).condition().awsName());
            }
            lambda.thaw();
            archive.dump(lambda.environments().get(0).pid());
        }
        Files.write(place.resolve("java.options"), archive.options(client));
        return archive;
    }

    /** What lets a JVM start with the archive: an option of its command line, or for {@code JAVA_TOOL_OPTIONS}. */
    public String jvmOption() {
        return "-XX:SharedArchiveFile=" + file;
    }

    /** The function as it is with the archive: on these jars, its JVM told of it. */
    public FunctionConfig with(FunctionConfig function) {
        return changed(function, function.limits(), jvmOption());
    }

    private List<String> options(RuntimeFiles client) {
        List<String> options = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", jvmOption(), "-cp", joined(classPath)));
        options.addAll(client.jvmOptions());
        options.add(client.mainClass());
        return options;
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** One process at most, so that it has loaded all. */
    private FunctionConfig rehearsal(FunctionConfig function) {
        Limits limits = function.limits();
        return changed(
                function,
                new Limits(
                        limits.timeout(),
                        limits.memoryMegabytes(),
                        OptionalInt.of(1),
                        limits.loopAllowed(),
                        limits.initPhase()),
                "-XX:+RecordDynamicDumpInfo");
    }

    private FunctionConfig changed(FunctionConfig function, Limits limits, String option) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.merge(VARIABLE, option, (given, ours) -> given + " " + ours);
        return new FunctionConfig(
                function.name(),
                new Code(function.code().handler(), classPath, true, false),
                limits,
                function.events(),
                environment,
                function.aliases(),
                Optional.empty());
    }

    private void dump(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "VM.cds",
                        "dynamic_dump",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0 || !Files.exists(file)) {
            throw new IllegalStateException("the JDK made no archive of the function's classes: " + said.strip());
        }
    }
}
