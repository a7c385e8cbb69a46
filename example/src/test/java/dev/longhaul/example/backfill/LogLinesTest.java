package dev.longhaul.example.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    @Test
    void readsAllMembersOfAGzipFileAndNothingOfGarbageBehindThem() throws IOException {
        byte[] members = concat(gzip("first\nsec"), gzip("ond\n"), gzip(""), gzip("third"));

        assertThat(lines(write(members), 0)).containsExactly("first", "second", "third");
        assertThat(lines(write(concat(members, "garbage".getBytes(StandardCharsets.UTF_8))), 0))
                .containsExactly("first", "second", "third");
        assertThat(lines(write(gzip("")), 0)).isEmpty();
    }

    @Test
    void saysOfATruncatedGzipFileWhereItEnds() throws IOException {
        byte[] whole = concat(gzip("first\n"), gzip("second\nthird\n".repeat(2_000)));
        for (int length : new int[] {2, 5, 12, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Path file = write(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> lines(file, 0))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(UnreadableLogException.class)
                    .hasMessageStartingWith(
                            "the log " + file + " ends too early: nothing can be read of it behind byte ")
                    .hasMessageEndingWith(" of its text. Copy it anew, and check it with gzip -t.");
        }
    }

    @Test
    void saysOfADamagedGzipFileThatItIs() throws IOException {
        byte[] bytes = gzip("first\n".repeat(2_000));
        bytes[bytes.length - 6] ^= 1;
        Path checksum = write(bytes);
        assertThatThrownBy(() -> lines(checksum, 0)).hasMessageStartingWith("the log " + checksum + " is damaged: ");

        bytes[3] = (byte) 0xff;
        Path header = write(bytes);
        assertThatThrownBy(() -> lines(header, 0)).isInstanceOf(UnreadableLogException.class);
    }

    @Test
    void saysOfALogThatBecameShorterWhereItEnds() throws IOException {
        Path file = Files.writeString(directory.resolve("plain.log"), TEXT);

        assertThatThrownBy(() -> lines(file, 1_000))
                .hasMessageContaining("ends too early: nothing can be read of it behind byte 1000 ");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("written.log"), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return bytes.toByteArray();
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
