package dev.longhaul.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A compilation that is timed again and again.
 *
 * @param tool whose classes are compiled
 * @param variant how
 * @param classes how many
 */
public record Case(Tool tool, Variant variant, int classes) {

    /** A name that no other case of the run has. */
    public String id() {
        return folderName() + "-" + variant + "-" + classes;
    }

    /** The file with javac's arguments. */
    Path arguments(Path folder) {
        return folder.resolve(id() + ".arguments");
    }

    /** Where javac writes. */
    Path output(Path folder) {
        return folder.resolve(id());
    }

    /** The run of javac with them. */
    Compilation compilation(Path folder) {
        return new Compilation(id(), arguments(folder), output(folder));
    }

    /**
     * Writes the sources and the arguments.
     *
     * @param folder the folder of the run
     * @param classPath what the sources are compiled against
     * @param own where the classes of this program are
     */
    public void prepare(Path folder, List<Path> classPath, Path own) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d", output(folder).toString(), "-classpath", joined(classPath), "--release", "17", "-implicit:none"));
        switch (variant) {
            case PLAIN -> arguments.add("-proc:none");
            case PROCESSED -> {
                arguments.addAll(processing(tool.processor(), tool.processorPath()));
                arguments.addAll(tool.options());
            }
            case ONLY_NO_OP -> {
                arguments.add("-proc:only");
                arguments.addAll(processing(NoOpProcessor.class.getName(), List.of(own)));
            }
            case ONLY_PROCESSOR -> {
                arguments.add("-proc:only");
                arguments.addAll(processing(tool.processor(), tool.processorPath()));
                arguments.addAll(tool.options());
            }
        }
        arguments.addAll(sources(folder));
        Files.write(arguments(folder), arguments);
    }

    /** Without what has a meaning in javac's file of arguments. */
    private String folderName() {
        return tool.name().replace(' ', '-');
    }

    private List<String> sources(Path folder) throws IOException {
        Path sources = Files.createDirectories(
                folder.resolve("sources").resolve(folderName()).resolve("sample"));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            Path file = sources.resolve("Sample" + i + ".java");
            Files.writeString(file, tool.source().of("Sample" + i));
            files.add(file.toString());
        }
        return files;
    }

    private static List<String> processing(String processor, List<Path> path) {
        return List.of("-processor", processor, "-processorpath", joined(path));
    }

    private static String joined(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
