package dev.longhaul.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {

    private final List<String> lines = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @Test
    void passesLinesOnWhenTheyAreComplete() throws IOException {
        Path file = folder.resolve("log");
        try (LogTail log = LogTail.open(file)) {
            append(file, "one\ntw");
            log.read(lines::add);
            assertThat(lines).containsExactly("one");

            append(file, "o ✓\r\n\nend");
            log.read(lines::add);
            assertThat(lines).containsExactly("one", "two ✓", "");

            log.readAll(lines::add);
            log.readAll(lines::add);
            assertThat(lines).containsExactly("one", "two ✓", "", "end");
        }
    }

    @Test
    void cutsAnEndlessLine() throws IOException {
        Path file = folder.resolve("log");
        try (LogTail log = LogTail.open(file)) {
            append(file, "x".repeat(300_000));
            log.read(lines::add);

            assertThat(lines).singleElement().satisfies(line -> assertThat(line).hasSize(262_144));
        }
    }

    @Test
    void keepsTheFileSmallAndLosesNothing() throws IOException {
        Path file = folder.resolve("log");
        String megabyte = ("y".repeat(1023) + "\n").repeat(1024);
        try (LogTail log = LogTail.open(file)) {
            for (int i = 0; i < 33; i++) {
                append(file, megabyte);
            }
            log.readAll(lines::add);
            assertThat(lines).hasSize(33 * 1024);
            assertThat(file).isEmptyFile();

            append(file, "next\n");
            log.readAll(lines::add);
            assertThat(lines).last().isEqualTo("next");
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
