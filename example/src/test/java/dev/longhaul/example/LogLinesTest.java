package dev.longhaul.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {

    private static final String TEXT = "first\r\n\nth\u00efrd\nlast without an end";

    @TempDir
    Path directory;

    @Test
    void readsPlainAndCompressedFilesAlike() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain.log"), TEXT);
        Path compressed = directory.resolve("compressed.log");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(lines(plain, 0)).containsExactly("first", "", "th\u00efrd", "last without an end");
        assertThat(lines(compressed, 0)).isEqualTo(lines(plain, 0));
    }

    @Test
    void goesOnAtEveryPositionThatItNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("plain.log"), TEXT);
        List<String> all = lines(file, 0);
        for (int read = 0; read <= all.size(); read++) {
            long position;
            try (LogLines lines = new LogLines(file, 0)) {
                for (int i = 0; i < read; i++) {
                    lines.next();
                }
                position = lines.position();
            }
            assertThat(lines(file, position)).isEqualTo(all.subList(read, all.size()));
        }
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(lines(Files.createFile(directory.resolve("empty.log")), 0)).isEmpty();
    }

    private static List<String> lines(Path file, long position) throws IOException {
        List<String> all = new ArrayList<>();
        try (LogLines lines = new LogLines(file, position)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }
}
