package dev.longhaul.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Whether the class of a function's handler is there: else its process would fail at each event, and say so in a log only. */
final class HandlerClass {

    private HandlerClass() {}

    /**
     * Looks for a handler's class.
     *
     * @param handler the class's name, with or without the method
     * @throws IllegalArgumentException when it is in none of the folders and jars
     */
    static void require(String handler, List<Path> code) {
        String name = handler.split("::", 2)[0];
        String file = name.replace('.', '/') + ".class";
        if (code.stream().noneMatch(entry -> has(entry, file))) {
            throw new IllegalArgumentException("the template's handler " + name + " is not in " + code
                    + ". Give the jar with the job and all that it needs, or what is missing besides.");
        }
    }

    private static boolean has(Path entry, String file) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(file));
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(file) != null;
        } catch (IOException e) {
            throw new IllegalArgumentException(entry + " is neither a folder nor a jar: " + e.getMessage(), e);
        }
    }
}
