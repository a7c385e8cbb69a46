package dev.longhaul.runtime.store.file;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.time.Time;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory with a file for each chain, for several processes on one machine.
 *
 * <p>{@code live/<job>/<chain>.json} holds the chains that have not ended or whose end is to be told, which are all that a
 * sweep looks at, and {@code ended/<job>/<chain>.json} the others. A write locks the chain's place in {@code locks}, puts a new file in the place
 * of the old one, and makes it durable before it returns. A chain that ends or is resumed has its new file written before
 * its old one is removed from the other folder; a writer that dies between the two leaves both, and the newer revision
 * counts. Thread-safe.
 */
final class FileStore implements CheckpointStore {

    /** A record is one text, of which a write has several copies in memory at once. */
    static final long LARGEST = 64L << 20;

    private static final String SUFFIX = ".json";

    private final Path directory;
    private final Path live;
    private final Path ended;
    private final ChainLocks locks;
    private final Time time;

    FileStore(Path directory, Time time) {
        this.directory = directory;
        this.live = directory.resolve("live");
        this.ended = directory.resolve("ended");
        this.locks = new ChainLocks(directory.resolve("locks"));
        this.time = time;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        return files("read", () -> stored(place(job, chainId)));
    }

    @Override
    public boolean write(ChainRecord next) {
        Path place = place(next.job(), next.chainId());
        return files("written", () -> locks.with(place, unfinished -> writeLocked(next, place, unfinished)));
    }

    @Override
    public Listing overdue(long now, int limit) {
        return files("listed", () -> {
            Set<Path> places = new LinkedHashSet<>();
            for (Path job : names(live)) {
                if (Files.isDirectory(live.resolve(job))) {
                    places.addAll(places(live, job));
                }
            }
            return listing(
                    places, chain -> chain.leaseOver(now), Comparator.comparingLong(ChainRecord::leaseUntil), limit);
        });
    }

    /** Ended chains whose time is over are removed on the way. */
    @Override
    public Listing list(String job, int limit) {
        return files(
                "listed",
                () -> listing(
                        everyPlace(Path.of(FileNames.of(job))),
                        chain -> true,
                        Comparator.comparingLong(ChainRecord::updatedAt).reversed(),
                        limit));
    }

    private Listing listing(Set<Path> places, Predicate<ChainRecord> wanted, Comparator<ChainRecord> order, int limit) {
        List<ChainRecord> chains = new ArrayList<>();
        List<RuntimeException> unreadable = new ArrayList<>();
        for (Path place : places) {
            try {
                Optional<ChainRecord> chain = stored(place);
                if (chain.filter(this::expired).isPresent()) {
                    locks.with(place, unfinished -> forget(place));
                } else {
                    chain.filter(wanted).ifPresent(chains::add);
                }
            } catch (StoreException e) {
                unreadable.add(e);
            } catch (IOException e) {
                // One file that this process may not read, or that is a directory: of that chain alone.
                unreadable.add(new StoreException("the record of a chain in " + place + " can't be read: " + e, e));
            }
        }
        chains.sort(order);
        return new Listing(chains.subList(0, Math.min(limit, chains.size())), unreadable);
    }

    @Override
    public String name() {
        return "file://" + directory;
    }

    @Override
    public long maxRecordBytes() {
        return LARGEST;
    }

    @Override
    public void close() {}

    private boolean writeLocked(ChainRecord next, Path place, Path unfinished) throws IOException {
        if (stored(place).map(ChainRecord::revision).orElse(0L) != next.revision() - 1) {
            return false;
        }
        String json = ChainJson.write(next);
        RecordTooLargeException.check(next, json, LARGEST);
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        boolean ends = !next.open();
        DurableFile.replace((ends ? ended : live).resolve(place), content, unfinished);
        Files.deleteIfExists((ends ? live : ended).resolve(place));
        return true;
    }

    /** Removes a chain if it is still expired: it may have been resumed before its lock was had. */
    private boolean forget(Path place) throws IOException {
        if (stored(place).filter(this::expired).isEmpty()) {
            return false;
        }
        // What a dead writer left in live goes first: alone, it would be a running chain again.
        Files.deleteIfExists(live.resolve(place));
        return Files.deleteIfExists(ended.resolve(place));
    }

    private boolean expired(ChainRecord chain) {
        return chain.status().terminal() && chain.expiresAt() > 0 && chain.expiresAt() <= time.nowMillis();
    }

    private Optional<ChainRecord> stored(Path place) throws IOException {
        // Twice, since a chain that ends or is resumed between the two looks moves from one folder to the other.
        for (int look = 0; look < 2; look++) {
            Optional<ChainRecord> newest = Stream.of(parse(live.resolve(place)), parse(ended.resolve(place)))
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
        } catch (CorruptRecordException | CharacterCodingException e) {
            throw new StoreException(
                    "the file " + file + " holds no chain's record: " + e.getMessage()
                            + ". Move it away, or put back what was there.",
                    e);
        }
    }

    /** The places of a job's chains. Live is looked through twice, for the chains that are resumed in the meantime. */
    private Set<Path> everyPlace(Path job) throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        for (Path root : List.of(live, ended, live)) {
            places.addAll(places(root, job));
        }
        return places;
    }

    private static List<Path> places(Path root, Path job) throws IOException {
        return names(root.resolve(job)).stream()
                .filter(name -> name.toString().endsWith(SUFFIX))
                .map(job::resolve)
                .toList();
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(folder::relativize).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Where a chain's file is, in live and in ended. */
    private static Path place(String job, String chainId) {
        return Path.of(FileNames.of(job), FileNames.of(chainId) + SUFFIX);
    }

    private <T> T files(String what, FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            String message = "a chain's record could not be " + what + " in " + directory + ": " + e;
            if (Files.exists(directory) && !(Files.isDirectory(directory) && Files.isWritable(directory))) {
                throw new StoreException(
                        message + ". LONGHAUL_STORE must name a directory that this process may write.", e);
            }
            throw new StoreUnavailableException(message, e);
        }
    }

    private interface FileWork<T> {
        T run() throws IOException;
    }
}
