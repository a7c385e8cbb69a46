package dev.longhaul.runtime.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that are whole whenever the process or the machine stops: the old content or the new one. */
final class DurableFile {

    private DurableFile() {}

    /** Puts the content in the place of the file, by way of another one. The caller holds the lock of both. */
    static void replace(Path file, byte[] content, Path unfinished) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent(), "a file in a directory");
        makeDirectory(directory);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory);
    }

    /** Makes a directory where it is missing; its name is as durable as what is put in it. */
    static void makeDirectory(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null || Files.isDirectory(directory)) {
            return;
        }
        makeDirectory(parent);
        // Not an error where another process has been faster.
        Files.createDirectories(directory);
        force(parent);
    }

    /** Makes the names in a directory durable. Some systems can't open one; those make them durable by themselves. */
    private static void force(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
