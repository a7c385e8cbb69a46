package dev.longhaul.store.s3;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The chains in one bucket of S3, an object a chain, and one empty object for each living chain as an index of leases: see
 * {@link Keys} and {@link Marker}. A record is replaced on the condition that the stored object is still the one that has
 * the revision before. Thread-safe.
 */
final class S3Store implements CheckpointStore {

    /**
     * What a function of the default size parses, and sends within a handoff's time, with several copies of it in memory at
     * once. S3 itself would take 5 GB.
     */
    static final int LARGEST = 64 << 20;

    /** A write is refused for a reason that passes, such as another request under way, seldom once and hardly ever twice. */
    private static final int MOST_TRIES = 4;

    /** How far the clocks of writers and of S3 may differ for a list to be in the right order. */
    private static final long CLOCK_MILLIS = 60_000;

    private final Keys keys;
    private final Bucket bucket;
    private final Heads heads = new Heads();

    S3Store(Keys keys, Bucket bucket) {
        this.keys = keys;
        this.bucket = bucket;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        String key = keys.record(Keys.place(job, chainId));
        return call("read", () -> get(key).map(Stored::chain));
    }

    @Override
    public boolean write(ChainRecord next) {
        Keys.Place place = Keys.place(next.job(), next.chainId());
        String json = ChainJson.write(next);
        RecordTooLargeException.check(next, json, LARGEST);
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        return call("written", () -> write(next, place, content));
    }

    @Override
    public Listing overdue(long now, int limit) {
        return call("listed", () -> {
            List<ChainRecord> chains = new ArrayList<>();
            List<RuntimeException> unreadable = new ArrayList<>();
            Iterator<S3Object> markers = bucket.list(keys.markers()).iterator();
            while (chains.size() < limit && markers.hasNext()) {
                Optional<Keys.Placed> placed = keys.placed(markers.next().key());
                if (placed.isPresent() && placed.get().marker().lease() > now) {
                    break;
                }
                try {
                    placed.flatMap(marker -> overdue(marker, now)).ifPresent(chains::add);
                } catch (StoreException e) {
                    unreadable.add(e);
                }
            }
            chains.sort(Comparator.comparingLong(ChainRecord::leaseUntil));
            return new Listing(chains, unreadable);
        });
    }

    /** Reads the objects that were written last; all of the job's where clocks are too far apart to tell. */
    @Override
    public Listing list(String job, int limit) {
        String records = keys.records(job);
        return call("listed", () -> {
            List<S3Object> objects = bucket.list(records)
                    .filter(object -> keys.place(object.key()).isPresent())
                    .sorted(Comparator.comparing(S3Object::lastModified).reversed())
                    .toList();
            List<RuntimeException> unreadable = new ArrayList<>();
            PriorityQueue<ChainRecord> newest = new PriorityQueue<>(Comparator.comparingLong(ChainRecord::updatedAt));
            for (S3Object object : objects) {
                long writtenAt = object.lastModified().toEpochMilli();
                if (newest.size() == limit && newest.element().updatedAt() > writtenAt + CLOCK_MILLIS) {
                    break;
                }
                try {
                    get(object.key()).map(Stored::chain).ifPresent(newest::add);
                } catch (StoreException e) {
                    unreadable.add(e);
                }
                if (newest.size() > limit) {
                    newest.remove();
                }
            }
            List<ChainRecord> chains = newest.stream()
                    .sorted(Comparator.comparingLong(ChainRecord::updatedAt).reversed())
                    .toList();
            return new Listing(chains, unreadable);
        });
    }

    @Override
    public long maxRecordBytes() {
        return LARGEST;
    }

    @Override
    public String name() {
        return "s3://" + bucket.name();
    }

    @Override
    public void close() {
        bucket.close();
    }

    private boolean write(ChainRecord next, Keys.Place place, byte[] content) {
        String key = keys.record(place);
        Head before = before(next, key);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (before.revision() != next.revision() - 1) {
                return false;
            }
            if (replaced(next, place, content, before)) {
                return true;
            }
            // What was known may have been out of date, and a conflict with another request says nothing of the
            // revision.
            before = bucket.head(key).orElse(Head.NONE);
        }
        throw new StoreUnavailableException(
                "a chain's record could not be written in the S3 bucket " + bucket.name() + ": " + MOST_TRIES
                        + " times, another request for " + key + " was under way",
                null);
    }

    private Head before(ChainRecord next, String key) {
        if (next.revision() == 1) {
            return Head.NONE;
        }
        Head seen = heads.get(key);
        if (seen != null && seen.revision() == next.revision() - 1) {
            return seen;
        }
        return bucket.head(key).orElse(Head.NONE);
    }

    private boolean replaced(ChainRecord next, Keys.Place place, byte[] content, Head before) {
        String key = keys.record(place);
        Marker marker = Marker.of(next, before);
        Marker last = before.marker();
        if (marker != null && !marker.equals(last)) {
            // Before the record: a writer that dies between the two must not leave a chain that no sweep finds.
            bucket.mark(keys.marker(place, marker));
        }
        // What has ended and never expires, such as the slot of a job with a schedule, is kept.
        boolean expires = next.status().terminal() && next.expiresAt() > 0;
        Optional<String> etag = bucket.replace(key, content, before, Head.metadata(next.revision(), marker), expires);
        if (etag.isEmpty()) {
            return false;
        }
        heads.put(key, new Head(next.revision(), etag.get(), marker));
        if (last != null && !last.equals(marker)) {
            forget(place, last);
        }
        return true;
    }

    /** The chain that a marker tells of, if its lease is over. A marker that has become of no use is removed. */
    private Optional<ChainRecord> overdue(Keys.Placed placed, long now) {
        Stored stored = get(keys.record(placed.place())).orElse(null);
        if (placed.marker().obsolete(stored == null ? null : stored.head(), now)) {
            forget(placed.place(), placed.marker());
        }
        // Found by its own marker only: one that waits for its write would tell of the chain a second time.
        return Optional.ofNullable(stored)
                .filter(found -> placed.marker().equals(found.head().marker()))
                .map(Stored::chain)
                .filter(chain -> chain.leaseOver(now));
    }

    private void forget(Keys.Place place, Marker marker) {
        try {
            bucket.delete(keys.marker(place, marker));
        } catch (SdkException e) {
            // It costs a sweep one request more, and that sweep removes it.
        }
    }

    private record Stored(Head head, ChainRecord chain) {}

    private Optional<Stored> get(String key) {
        Bucket.Text text = bucket.get(key).orElse(null);
        if (text == null) {
            return Optional.empty();
        }
        try {
            ChainRecord chain = ChainJson.read(text.content());
            if (chain.revision() != text.head().revision()) {
                throw new StoreException(
                        "the object " + key + " has revision " + chain.revision() + " in it, and revision "
                                + text.head().revision() + " in its metadata. Put back what was there, or delete it.",
                        null);
            }
            heads.put(key, text.head());
            return Optional.of(new Stored(text.head(), chain));
        } catch (CorruptRecordException e) {
            throw new StoreException(
                    "the object " + key + " holds no chain's record: " + e.getMessage()
                            + ". Put back what was there, or delete it.",
                    e);
        }
    }

    private <T> T call(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw Failures.of(what, bucket.name(), e);
        }
    }
}
