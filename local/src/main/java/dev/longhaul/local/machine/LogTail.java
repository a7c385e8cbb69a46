package dev.longhaul.local.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Reads what a process prints into a file, line by line. A file and not a pipe, since only of a file can it be said that
 * everything printed up to now has been read, and since nothing is lost when the process is killed. Not thread-safe: only
 * the invocation that holds the environment reads.
 */
public final class LogTail implements AutoCloseable {

    private static final int BUFFER = 8192;
    private static final int LONGEST_LINE = 256 * 1024;
    private static final long TRUNCATE_ABOVE = 32L * 1024 * 1024;

    private final FileChannel file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long position;

    private LogTail(FileChannel file) {
        this.file = file;
    }

    /** Opens the file, which is made where there is none. */
    public static LogTail open(Path path) throws IOException {
        return new LogTail(
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
    }

    /** Passes on the lines that are complete. */
    public void read(Consumer<String> lines) {
        try {
            int count = file.read(buffer.clear(), position);
            while (count > 0) {
                position += count;
                buffer.flip();
                split(lines);
                count = file.read(buffer.clear(), position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the output of a function's process", e);
        }
    }

    /** Passes on everything, also a last line without its end; an invocation is over. */
    public void readAll(Consumer<String> lines) {
        read(lines);
        if (line.size() > 0) {
            pass(lines);
        }
        if (position > TRUNCATE_ABOVE) {
            truncate();
        }
    }

    /** Keeps the disk free of what has been read. What a background thread prints in this very moment is lost. */
    private void truncate() {
        try {
            file.truncate(0);
            position = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot truncate the output of a function's process", e);
        }
    }

    private void split(Consumer<String> lines) {
        while (buffer.hasRemaining()) {
            byte next = buffer.get();
            if (next == '\n') {
                pass(lines);
            } else {
                line.write(next);
                if (line.size() >= LONGEST_LINE) {
                    pass(lines);
                }
            }
        }
    }

    private void pass(Consumer<String> lines) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
