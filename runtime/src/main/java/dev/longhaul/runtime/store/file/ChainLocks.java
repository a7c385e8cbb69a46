package dev.longhaul.runtime.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for each chain, against other processes and against other threads: a file lock belongs to the whole process. A
 * process that dies gives its file locks back. Thread-safe.
 */
final class ChainLocks {

    /** Chains share locks, so that there are not as many lock files as there were ever chains. */
    private static final int STRIPES = 64;

    /** Of this process: one set for all stores in it, since two may have been opened on one directory. */
    private static final ReentrantLock[] THREADS = new ReentrantLock[STRIPES];

    static {
        for (int i = 0; i < STRIPES; i++) {
            THREADS[i] = new ReentrantLock();
        }
    }

    private final Path directory;

    ChainLocks(Path directory) {
        this.directory = directory;
    }

    /** Work under a lock. */
    interface Work<T> {

        /** Works; {@code unfinished} may be written and moved, and has in it what a dead process may have left. */
        T run(Path unfinished) throws IOException;
    }

    <T> T with(Path place, Work<T> work) throws IOException {
        int stripe = Math.floorMod(place.toString().hashCode(), STRIPES);
        THREADS[stripe].lock();
        try {
            DurableFile.makeDirectory(directory);
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("lock-" + stripe), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock of " + directory + " was lost");
                }
                return work.run(directory.resolve("new-" + stripe));
            }
        } finally {
            THREADS[stripe].unlock();
        }
    }
}
