package dev.longhaul.store.s3;

import dev.longhaul.runtime.chain.ChainRecord;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the index of living chains: it says when a chain's lease ends.
 *
 * <p>The index must never miss a chain, and S3 has no transactions. So the store writes a marker first, and the record that
 * it is for second. The marker's name has the revision of that record.
 *
 * <p>While the stored record has an older revision, the marker stays: the second write may still come. Once the stored
 * record has that revision or a newer one, it names the marker that is its own. Any other marker of that revision, or of an
 * older one, can be deleted.
 *
 * @param lease when the lease ends, in milliseconds of the epoch, 0 or above
 * @param revision the revision of the record whose write the marker was put for
 */
record Marker(long lease, long revision) {

    /** How long a marker waits for the first record of its chain, before the start counts as given up. */
    private static final long START_MILLIS = 86_400_000;

    /** The marker of a record that is to follow another: the same one where the lease is, and none at the chain's end, once that is told. */
    static @Nullable Marker of(ChainRecord next, Head before) {
        if (!next.open()) {
            return null;
        }
        long lease = Math.max(0, next.leaseUntil());
        Marker last = before.marker();
        return last != null && last.lease() == lease ? last : new Marker(lease, next.revision());
    }

    /** Whether the record can't come any more that the marker was put for. */
    boolean obsolete(@Nullable Head stored, long now) {
        if (stored == null) {
            // A first record may still be on its way; a later one can't be: the one that it would replace is gone.
            return revision > 1 || now - lease > START_MILLIS;
        }
        return stored.revision() >= revision && !equals(stored.marker());
    }
}
