package dev.longhaul.benchmarks.compile;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The class path of this program, of which the tools take their parts. */
public final class ClassPath {

    private final List<Path> entries;

    private ClassPath(List<Path> entries) {
        this.entries = entries;
    }

    /** That of this JVM, or of Maven's class loader in it. */
    public static ClassPath current() throws URISyntaxException {
        List<Path> entries = new ArrayList<>();
        if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                entries.add(Path.of(url.toURI()));
            }
        } else {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                entries.add(Path.of(entry).toAbsolutePath());
            }
        }
        return new ClassPath(entries);
    }

    /** Where a class of this program is. */
    public static Path of(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** All of it, as the JVM takes it. */
    public String asArgument() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The entries whose path has one of the parts in it. */
    public List<Path> having(String... parts) {
        List<Path> found = new ArrayList<>();
        for (Path entry : entries) {
            for (String part : parts) {
                if (entry.toString().contains(part)) {
                    found.add(entry);
                    break;
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("the class path has nothing of " + String.join(", ", parts));
        }
        return found;
    }
}
