package dev.longhaul.local.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The runtime client out of a jar that has much more in it: what is on the class path of a function's process before the
 * function's own must not have another version of the function's libraries.
 */
final class ClientJar {

    private static final List<String> PARTS = List.of(
            "com/amazonaws/services/lambda/",
            "com/amazonaws/lambda/thirdparty/",
            "software/amazon/awssdk/utilslite/",
            "dev/longhaul/local/bootstrap/");

    private ClientJar() {}

    /** Copies the client's classes into a jar of their own, in a folder. */
    static Path of(Path everything, Path folder) throws IOException {
        Path jar = folder.resolve("runtime-client.jar").toAbsolutePath();
        try (ZipFile from = new ZipFile(everything.toFile());
                OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream to = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && PARTS.stream().anyMatch(entry.getName()::startsWith)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        }
        return jar;
    }
}
