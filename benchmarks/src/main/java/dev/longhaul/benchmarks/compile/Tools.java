package dev.longhaul.benchmarks.compile;

import dev.longhaul.benchmarks.sources.AutoValueBuilderSource;
import dev.longhaul.benchmarks.sources.AutoValueSource;
import dev.longhaul.benchmarks.sources.DaggerSource;
import dev.longhaul.benchmarks.sources.ImmutablesSource;
import dev.longhaul.benchmarks.sources.LonghaulSource;
import dev.longhaul.benchmarks.sources.MapStructSource;
import dev.longhaul.benchmarks.sources.ModelSource;
import dev.longhaul.benchmarks.sources.SampleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tools that are compared, and what their sources are compiled against. */
public final class Tools {

    /** The tool that the others are compared with. */
    public static final String STANDARD = "AutoValue";

    private static final String OURS = "Longhaul";

    private static final String[] DAGGER = {
        "dagger",
        "inject",
        "jsr305",
        "symbol-processing-api",
        "google-java-format",
        "javac-shaded",
        "failureaccess",
        "guava",
        "squareup",
        "kotlin",
        "incap",
        "checker"
    };

    private final ClassPath classPath;
    private final Path folder;
    private final Path own;

    /**
     * Those on a class path.
     *
     * @param folder the folder of the run
     * @param own where the classes of this program are
     */
    public Tools(ClassPath classPath, Path folder, Path own) {
        this.classPath = classPath;
        this.folder = folder;
        this.own = own;
    }

    /** Ours, with one job whose state is a domain model of so many classes. */
    public Tool model(int classes) {
        return ours("Domain model", new ModelSource(classes));
    }

    private Tool ours(String name, SampleSource source) {
        return new Tool(
                name,
                "dev.longhaul.processor.LongRunningProcessor",
                classPath.having(part("processor"), "longhaul-processor"),
                source);
    }

    /** All of them, ours first. */
    public List<Tool> all() throws IOException {
        Tool ours = ours(OURS, new LonghaulSource());
        return List.of(
                ours,
                copying(ours),
                emptyClass(ours),
                new Tool(
                        STANDARD,
                        "com.google.auto.value.processor.AutoValueProcessor",
                        classPath.having("auto-value-1"),
                        new AutoValueSource()),
                new Tool(
                        STANDARD + " with builder",
                        "com.google.auto.value.processor.AutoValueProcessor,"
                                + "com.google.auto.value.processor.AutoValueBuilderProcessor",
                        classPath.having("auto-value-1"),
                        new AutoValueBuilderSource()),
                new Tool(
                        "Immutables",
                        "org.immutables.processor.ProxyProcessor",
                        classPath.having("immutables"),
                        new ImmutablesSource()),
                new Tool(
                        "MapStruct",
                        "org.mapstruct.ap.MappingProcessor",
                        classPath.having("mapstruct"),
                        new MapStructSource()),
                new Tool(
                        "Dagger",
                        "dagger.internal.codegen.ComponentProcessor",
                        classPath.having(DAGGER),
                        new DaggerSource()));
    }

    /** A processor that writes what ours writes, and does nothing else. */
    private Tool copying(Tool ours) throws IOException {
        Case one = new Case(ours, Variant.ONLY_PROCESSOR, 1);
        one.prepare(folder, compileClassPath(), own);
        Compilation compilation = one.compilation(folder);
        compilation.clear();
        compilation.compile();
        return copying(OURS + " files copied", one.output(folder), ours);
    }

    /** A processor that writes an empty class for each of our jobs: what javac takes for any class that is written. */
    private Tool emptyClass(Tool ours) throws IOException {
        Path files = folder.resolve("empty-class");
        Path file = files.resolve("sample").resolve(CopyingProcessor.COPIED + "Handler.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package sample;\n\nfinal class " + CopyingProcessor.COPIED + "Handler {}\n");
        return copying("Empty class", files, ours);
    }

    private Tool copying(String name, Path files, Tool ours) {
        return new Tool(
                name,
                CopyingProcessor.class.getName(),
                List.of(own),
                List.of("-A" + CopyingProcessor.FILES + "=" + files),
                ours.source());
    }

    /** What all sources are compiled against: the same for all. */
    public List<Path> compileClassPath() {
        return classPath.having(
                part("annotations"),
                "longhaul-annotations",
                part("runtime"),
                "longhaul-runtime",
                "aws-lambda-java-core",
                "jackson-core",
                "auto-value-annotations",
                "immutables",
                "mapstruct-1",
                "dagger-2",
                "javax.inject",
                "jakarta.inject");
    }

    /** A module of this project that is not packaged yet. */
    private static String part(String module) {
        return Path.of(module, "target").toString();
    }
}
