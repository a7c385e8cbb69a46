package dev.longhaul.cli.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The templates that the processor has written beside the classes of jobs. */
public final class JobTemplates {

    private static final String FOLDER = "META-INF/longhaul/";
    private static final String SUFFIX = ".template.yaml";

    private JobTemplates() {}

    /**
     * The templates in a jar or a folder of classes, by the class names of their jobs, in order.
     *
     * @throws IOException when it can't be read; it says what is wrong
     */
    public static Map<String, String> in(Path code) throws IOException {
        if (Files.isDirectory(code)) {
            return inFolder(code.resolve(FOLDER));
        }
        if (!Files.exists(code)) {
            throw new IOException("there is no " + code + ". Build the job's jar first, and give its path.");
        }
        return inJar(code);
    }

    private static Map<String, String> inFolder(Path folder) throws IOException {
        Map<String, String> templates = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return templates;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(SUFFIX)) {
                    templates.put(job(name), Files.readString(file));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return templates;
    }

    private static Map<String, String> inJar(Path jar) throws IOException {
        Map<String, String> templates = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(FOLDER) && name.endsWith(SUFFIX)) {
                    templates.put(
                            job(name.substring(FOLDER.length())),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (ZipException e) {
            throw new IOException(
                    jar + " is no jar: " + e.getMessage() + ". Give the jar with the job and all that it needs.", e);
        }
        return templates;
    }

    private static String job(String file) {
        return file.substring(0, file.length() - SUFFIX.length());
    }
}
