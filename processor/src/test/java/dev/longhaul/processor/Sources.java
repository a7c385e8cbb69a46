package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;

/** Compiles sources with the processor, and loads what comes of them. */
final class Sources {

    private Sources() {}

    /** Compiles with the processor, and with all warnings as errors. */
    static Compilation compile(JavaFileObject... sources) {
        return javac().withProcessors(new LongRunningProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror", "--release", "17")
                .compile(sources);
    }

    /** A source of the test's resources. */
    static JavaFileObject job(String name) {
        return JavaFileObjects.forResource("jobs/" + name + ".java");
    }

    /** A source in a string. */
    static JavaFileObject source(String name, String text) {
        return JavaFileObjects.forSourceString(name, text);
    }

    /** A file that the processor wrote beside the classes. */
    static String resource(Compilation compilation, String path) {
        JavaFileObject file = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, path)
                .orElseThrow(() -> new AssertionError("there is no " + path));
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** Loads the classes that a compilation made. */
    static ClassLoader loader(Compilation compilation) {
        Map<String, byte[]> classes = compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == Kind.CLASS)
                .collect(Collectors.toMap(Sources::binaryName, Sources::bytes));
        return new ClassLoader(Sources.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] content = classes.get(name);
                if (content == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, content, 0, content.length);
            }
        };
    }

    /** Writes the classes that a compilation made into a folder. */
    static void writeClasses(Compilation compilation, Path folder) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == Kind.CLASS) {
                Path target = folder.resolve(binaryName(file).replace('.', '/') + ".class");
                Files.createDirectories(target.getParent());
                Files.write(target, bytes(file));
            }
        }
    }

    private static String binaryName(JavaFileObject file) {
        return file.getName()
                .replaceFirst("^/?CLASS_OUTPUT/", "")
                .replaceFirst("\\.class$", "")
                .replace('/', '.');
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
