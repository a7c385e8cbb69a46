package dev.longhaul.example.move;

import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An object that is to be moved, as it was listed.
 *
 * @param key its key
 * @param etag its entity tag, with its quotes
 * @param size in bytes
 */
record Planned(String key, String etag, long size) {

    /** What a copy in parts is marked with: its own entity tag is another one than its source's. */
    static final String SOURCE = "moved-from-etag";

    static Planned of(S3Object listed) {
        return new Planned(listed.key(), listed.eTag(), listed.size());
    }

    /** Whether another object is a copy of it. */
    boolean isCopiedTo(HeadObjectResponse other) {
        return other.contentLength() == size
                && (hasTag(other) || tag().equals(other.metadata().get(SOURCE)));
    }

    /** Whether another object has its entity tag: for an object that was not sent in parts it is a checksum. */
    boolean hasTag(HeadObjectResponse other) {
        return etag.equals(other.eTag());
    }

    /** Its entity tag, without quotes. */
    String tag() {
        return etag.replace("\"", "");
    }
}
