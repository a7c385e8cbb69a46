package dev.longhaul.containers;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.longhaul.processor.LongRunningProcessor;
import dev.longhaul.runtime.LongRunningHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** The Java of a page of the docs, compiled by javac with Longhaul's processor. */
final class DocExamples {

    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private DocExamples() {}

    /** The Java of a section. */
    static List<String> blocks(String page, String heading) throws IOException {
        String doc = Files.readString(Path.of("../docs", page));
        int begin = doc.indexOf(heading + "\n");
        int end = doc.indexOf("\n## ", begin);
        return BLOCK.matcher(doc.substring(begin, end < 0 ? doc.length() : end))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** A source of the examples' package. */
    static JavaFileObject source(String type, String text) {
        return JavaFileObjects.forSourceString("acme." + type, "package acme; " + text);
    }

    /** The classes that sources make. */
    static URLClassLoader compile(List<JavaFileObject> sources, List<Processor> others, Path folder)
            throws IOException {
        List<Processor> processors = new ArrayList<>(others);
        processors.add(new LongRunningProcessor());
        Compilation compilation = javac().withProcessors(processors).compile(sources);
        assertThat(compilation.errors()).isEmpty();
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path target = folder.resolve(file.getName().replaceFirst("^/?\\w+_OUTPUT/", ""));
            Files.createDirectories(target.getParent());
            try (InputStream in = file.openInputStream()) {
                Files.write(target, in.readAllBytes());
            }
        }
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, DocExamples.class.getClassLoader());
    }

    /** The handler of a job, made as Lambda does. */
    static LongRunningHandler<?> handler(ClassLoader classes, String job) throws Exception {
        return (LongRunningHandler<?>)
                classes.loadClass("acme." + job + "Handler").getConstructor().newInstance();
    }
}
