package dev.longhaul.store.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket and a place in it, as the store's URI names them.
 *
 * @param bucket the bucket's name, or the alias of an access point
 * @param prefix what all keys begin with: empty, or ending in a slash
 */
record BucketUri(String bucket, String prefix) {

    static final String SCHEME = "s3:";
    static final String FORM = "s3://bucket/prefix";

    private static final Pattern URI =
            Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/((?:[A-Za-z0-9_=.-]+/)*[A-Za-z0-9_=.-]+)?/?)?");
    private static final Pattern DOTS = Pattern.compile("(^|.*/)\\.\\.?(/.*|$)");
    /** What leaves room for the ids in a key of S3's 1,024 bytes. */
    private static final int LONGEST_PREFIX = 500;

    /** How the names of directory buckets end: those list in no order, and the index of leases needs one. */
    private static final String DIRECTORY_BUCKET = "--x-s3";

    /**
     * The bucket that a URI names.
     *
     * @throws IllegalArgumentException when the URI has not the {@link #FORM}
     */
    static BucketUri of(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw refused(
                    uri,
                    "which names no S3 bucket, or has a prefix with other characters than letters, digits and '_=.-/'");
        }
        String bucket = parts.group(1);
        String prefix = parts.group(2) == null ? "" : parts.group(2) + "/";
        if (bucket.endsWith(DIRECTORY_BUCKET)) {
            throw refused(uri, "which names a directory bucket. Use a general purpose one");
        }
        if (prefix.length() > LONGEST_PREFIX || DOTS.matcher(prefix).matches()) {
            throw refused(
                    uri,
                    "whose prefix is longer than " + LONGEST_PREFIX + " characters, or has a part \".\" or \"..\"");
        }
        return new BucketUri(bucket, prefix);
    }

    private static IllegalArgumentException refused(String uri, String why) {
        return new IllegalArgumentException("LONGHAUL_STORE is \"" + uri + "\", " + why + ". Its form is " + FORM
                + ". The region is that of AWS_REGION.");
    }
}
