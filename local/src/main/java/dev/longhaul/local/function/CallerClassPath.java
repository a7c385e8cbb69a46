package dev.longhaul.local.function;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The class path that the caller itself runs on, for functions of the caller's own code. */
public final class CallerClassPath {

    private CallerClassPath() {}

    /**
     * The class path of a class of the caller's. Where the class comes from a {@link URLClassLoader}, as under
     * {@code mvn exec:java}, that is the loader's own, since {@code java.class.path} is the build tool's there.
     *
     * @return the folders and jars that exist, in order
     */
    public static List<Path> of(Class<?> caller) {
        Set<Path> entries = new LinkedHashSet<>();
        ClassLoader loader = caller.getClassLoader();
        while (loader instanceof URLClassLoader urls) {
            for (URL url : urls.getURLs()) {
                entries.addAll(existing(toPath(url)));
            }
            loader = loader.getParent();
        }
        if (entries.isEmpty()) {
            String classPath = System.getProperty("java.class.path", "");
            for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
                if (!entry.isEmpty()) {
                    entries.addAll(existing(Path.of(entry).toAbsolutePath()));
                }
            }
        }
        return new ArrayList<>(entries);
    }

    private static Path toPath(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException notEscaped) {
            // Some loaders give URLs with blanks in them.
            return Path.of(URI.create(url.toString().replace(" ", "%20")));
        }
    }

    private static List<Path> existing(Path entry) {
        return Files.exists(entry) ? List.of(entry) : List.of();
    }
}
