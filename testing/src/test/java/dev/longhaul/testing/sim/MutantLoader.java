package dev.longhaul.testing.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Loads all of Longhaul anew, with a mutant's class in the place of the real one. */
final class MutantLoader extends ClassLoader {

    private static final Path SOURCES = Path.of("../runtime/src/main/java/dev/longhaul/runtime");

    private final Path classes;

    private MutantLoader(Path classes) {
        super(MutantLoader.class.getClassLoader());
        this.classes = classes;
    }

    /** Compiles a mutant into a folder. */
    static MutantLoader of(Mutant mutant, Path folder) throws IOException {
        Path changed = folder.resolve("src").resolve(Path.of(mutant.source()).getFileName());
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, mutant.in(Files.readString(SOURCES.resolve(mutant.source()))));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
            if (!javac.getTask(null, files, null, options, null, files.getJavaFileObjects(changed))
                    .call()) {
                throw new AssertionError("the mutant \"" + mutant + "\" does not compile");
            }
        }
        return new MutantLoader(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.longhaul.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        Path mutated = classes.resolve(file);
        try (InputStream in = Files.exists(mutated)
                ? Files.newInputStream(mutated)
                : getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] content = in.readAllBytes();
            return defineClass(name, content, 0, content.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
