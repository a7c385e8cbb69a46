package dev.longhaul.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is sent to a chain, its start event or a signal's content: options that the commands share. */
final class JsonInput {

    @ArgGroup(exclusive = true)
    @Nullable
    private Source source;

    private static final class Source {

        @Option(
                names = {"-i", "--input"},
                paramLabel = "JSON",
                description = "The start event, or the content. Default: null.")
        @Nullable
        private String text;

        @Option(
                names = {"-f", "--input-file"},
                paramLabel = "FILE",
                description = "The file with it; - for standard input.")
        @Nullable
        private Path file;
    }

    JsonInput() {}

    String json() throws IOException {
        if (source == null) {
            return "null";
        }
        if (source.text != null) {
            return source.text;
        }
        if (source.file == null) {
            return "null";
        }
        if (source.file.toString().equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(source.file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + source.file + " with the start event", e);
        }
    }
}
