package dev.longhaul.store.s3;

import dev.longhaul.runtime.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored record without its content. It stands in the object's metadata.
 *
 * @param revision the record's; 0 where there is none
 * @param etag what a write must name to replace the object; empty where there is none
 * @param marker the record's own in the index of living chains; null where it isn't in there
 */
record Head(long revision, String etag, @Nullable Marker marker) {

    static final Head NONE = new Head(0, "", null);

    private static final String REVISION = "longhaul-revision";
    private static final String MARKER = "longhaul-lease";
    private static final Pattern LEASE = Pattern.compile("(\\d{1,19}) of (\\d{1,19})");

    /** The metadata of a record that is to be written. */
    static Map<String, String> metadata(long revision, @Nullable Marker marker) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(REVISION, Long.toString(revision));
        if (marker != null) {
            metadata.put(MARKER, marker.lease() + " of " + marker.revision());
        }
        return metadata;
    }

    /**
     * What an object's metadata says.
     *
     * @throws StoreException when that isn't Longhaul's
     */
    static Head of(String key, String etag, Map<String, String> metadata) {
        try {
            String lease = metadata.getOrDefault(MARKER, "");
            return new Head(
                    Long.parseLong(metadata.getOrDefault(REVISION, "")), etag, lease.isEmpty() ? null : marker(lease));
        } catch (NumberFormatException e) {
            throw new StoreException(
                    "the object " + key + " has not the metadata of a chain's record: " + metadata
                            + ". Another program has written or copied it; delete it, or put back what was there.",
                    e);
        }
    }

    private static Marker marker(String lease) {
        Matcher parts = LEASE.matcher(lease);
        if (!parts.matches()) {
            throw new NumberFormatException(lease);
        }
        return new Marker(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }
}
