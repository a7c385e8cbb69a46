package dev.longhaul.runtime.store.file;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory with a file for each chain, for several processes on one machine.
 *
 * <p>{@code live/<job>/<chain>.json} holds the chains that have not ended, which are all that a sweep looks at, and {@code
 * ended/<job>/<chain>.json} those that have. A write locks the chain's file in {@code locks}, puts a new file in the place
 * of the old one, and makes it durable before it returns. When a chain ends, its file in {@code ended} is written before
 * the one in {@code live} is removed; of the two, the newer revision counts. Thread-safe.
 */
final class FileStore implements CheckpointStore {

    private static final String SUFFIX = ".json";

    private final Path live;
    private final Path ended;
    private final ChainLocks locks;

    FileStore(Path directory) {
        this.live = directory.resolve("live");
        this.ended = directory.resolve("ended");
        this.locks = new ChainLocks(directory.resolve("locks"));
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        try {
            return stored(job, chainId);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    @Override
    public boolean write(ChainRecord next) {
        try {
            return locks.with(FileNames.of(next.job()) + FileNames.of(next.chainId()), () -> writeLocked(next));
        } catch (IOException e) {
            throw failure("written", e);
        }
    }

    @Override
    public List<ChainRecord> overdue(long now, int limit) {
        return all(live).stream()
                .filter(chain -> chain.leaseOver(now))
                .sorted(Comparator.comparingLong(ChainRecord::leaseUntil))
                .limit(limit)
                .toList();
    }

    /** Ended chains whose time is over are removed on the way. */
    @Override
    public List<ChainRecord> list(String job, int limit) {
        String name = FileNames.of(job);
        long now = System.currentTimeMillis();
        List<ChainRecord> chains = new ArrayList<>(in(live.resolve(name)));
        for (ChainRecord chain : in(ended.resolve(name))) {
            if (chain.expiresAt() > 0 && chain.expiresAt() <= now) {
                forget(chain);
            } else {
                chains.removeIf(other -> other.chainId().equals(chain.chainId()));
                chains.add(chain);
            }
        }
        chains.sort(Comparator.comparingLong(ChainRecord::updatedAt).reversed());
        return List.copyOf(chains.subList(0, Math.min(limit, chains.size())));
    }

    @Override
    public void close() {}

    private boolean writeLocked(ChainRecord next) throws IOException {
        long revision =
                stored(next.job(), next.chainId()).map(ChainRecord::revision).orElse(0L);
        if (revision != next.revision() - 1) {
            return false;
        }
        Path to = file(next.status().terminal() ? ended : live, next.job(), next.chainId());
        Files.createDirectories(to.getParent());
        DurableFile.replace(to, ChainJson.write(next).getBytes(StandardCharsets.UTF_8));
        Files.deleteIfExists(file(next.status().terminal() ? live : ended, next.job(), next.chainId()));
        return true;
    }

    private Optional<ChainRecord> stored(String job, String chainId) throws IOException {
        // Twice, since a chain that ends or is resumed between the two looks moves from one place to the other.
        for (int look = 0; look < 2; look++) {
            Optional<ChainRecord> newest = Stream.of(parse(file(live, job, chainId)), parse(file(ended, job, chainId)))
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingLong(ChainRecord::revision));
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    private static Optional<ChainRecord> parse(Path file) throws IOException {
        try {
            return Optional.of(ChainJson.read(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CorruptRecordException e) {
            throw new StoreException(
                    "the file " + file + " holds no chain's record: " + e.getMessage()
                            + ". Move it away, or put back what was there.",
                    e);
        }
    }

    private List<ChainRecord> all(Path directory) {
        try (Stream<Path> jobs = Files.list(directory)) {
            return jobs.flatMap(job -> in(job).stream()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failure("listed", e);
        }
    }

    private static List<ChainRecord> in(Path directory) {
        List<ChainRecord> chains = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                parse(file).ifPresent(chains::add);
            }
            return chains;
        } catch (NoSuchFileException e) {
            return chains;
        } catch (IOException e) {
            throw failure("listed", e);
        }
    }

    private void forget(ChainRecord chain) {
        try {
            Files.deleteIfExists(file(ended, chain.job(), chain.chainId()));
        } catch (IOException e) {
            throw failure("removed", e);
        }
    }

    private static Path file(Path root, String job, String chainId) {
        return root.resolve(FileNames.of(job)).resolve(FileNames.of(chainId) + SUFFIX);
    }

    private static StoreUnavailableException failure(String what, IOException cause) {
        return new StoreUnavailableException("a chain's record could not be " + what + " in its file: " + cause, cause);
    }
}
