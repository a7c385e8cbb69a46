package dev.longhaul.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The log of a local function, as it grows. */
final class FileLog implements LogSource {

    private static final int CHUNK = 1 << 20;

    private final Path file;
    private long read;

    FileLog(Path file) {
        this.file = file;
    }

    @Override
    public List<LogEvent> next() throws IOException {
        List<LogEvent> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(read);
            byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(0, open.length() - read))];
            open.readFully(chunk);
            int end = chunk.length;
            while (end > 0 && chunk[end - 1] != '\n') {
                end--;
            }
            read += end;
            for (String line : new String(chunk, 0, end, StandardCharsets.UTF_8).split("\n", -1)) {
                LogEvent.read(line).ifPresent(events::add);
            }
        }
        return events;
    }
}
