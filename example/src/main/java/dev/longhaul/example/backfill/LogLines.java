package dev.longhaul.example.backfill;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a log, plain or gzip, from a position on. What is no UTF-8 becomes U+FFFD. */
public final class LogLines implements Closeable {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final String log;
    private final InputStream in;
    private long position;

    /**
     * Opens a log that is a file.
     *
     * @param position the bytes of plain text before the first line that is wanted
     * @throws UnreadableLogException when it is a damaged gzip file, or has not so many bytes
     */
    public LogLines(Path file, long position) throws IOException {
        this(file.toString(), Files.newInputStream(file), position);
    }

    /**
     * Reads a log.
     *
     * @param log its name, for messages
     * @param bytes its bytes from the beginning, which are closed with this
     * @param position the bytes of plain text before the first line that is wanted
     * @throws UnreadableLogException when it is a damaged gzip file, or has not so many bytes
     */
    LogLines(String log, InputStream bytes, long position) throws IOException {
        this.log = log;
        this.in = unpacked(log, bytes);
        try {
            in.skipNBytes(position);
        } catch (EOFException | ZipException e) {
            in.close();
            throw damaged(log, position, e);
        }
        this.position = position;
    }

    /**
     * The next line without its end, or null at the end of the file.
     *
     * @throws UnreadableLogException when it is a damaged gzip file
     */
    public @Nullable String next() throws IOException {
        try {
            return read();
        } catch (EOFException | ZipException e) {
            throw damaged(log, position, e);
        }
    }

    private @Nullable String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            position++;
            line.write(read);
            read = in.read();
        }
        position += read < 0 ? 0 : 1;
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The bytes of plain text before the next line. */
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static InputStream unpacked(String log, InputStream bytes) throws IOException {
        InputStream raw = new BufferedInputStream(bytes, 1 << 16);
        try {
            raw.mark(2);
            int magic = raw.read() << 8 | raw.read();
            raw.reset();
            return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw), 1 << 16) : raw;
        } catch (EOFException | ZipException e) {
            raw.close();
            throw damaged(log, 0, e);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static UnreadableLogException damaged(String log, long position, IOException cause) {
        String how = cause instanceof EOFException ? "ends too early" : "is damaged";
        return new UnreadableLogException(
                "the log " + log + " " + how + ": nothing can be read of it behind byte " + position
                        + " of its text. Copy it anew, and check it with gzip -t.",
                cause);
    }
}
