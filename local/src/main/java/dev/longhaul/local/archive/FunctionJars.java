package dev.longhaul.local.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A class path as jars in one folder: classes are archived of jars only. */
final class FunctionJars {

    private FunctionJars() {}

    /** Copies the jars and packs the folders of a class path, with numbers before their names that keep the order. */
    static List<Path> pack(Collection<Path> classPath, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> jars = new ArrayList<>();
        for (Path entry : classPath) {
            boolean classes = Files.isDirectory(entry);
            String name = classes ? "classes.jar" : entry.getFileName().toString();
            Path jar = folder.resolve(String.format(Locale.ROOT, "%03d-%s", jars.size(), name));
            if (classes) {
                jar(entry, jar);
            } else {
                Files.copy(entry, jar);
            }
            jars.add(jar);
        }
        return jars;
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
