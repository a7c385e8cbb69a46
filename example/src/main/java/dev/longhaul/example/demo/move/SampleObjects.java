package dev.longhaul.example.demo.move;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Made-up objects, the same each time, in a bucket that is to be emptied; and what is in a bucket. */
public final class SampleObjects {

    /** The bucket that is emptied. */
    public static final String FROM = "inbox";

    /** The bucket that is filled. */
    public static final String TO = "archive";

    /** What the keys begin with. */
    public static final String PREFIX = "2026/";

    /** What is larger is copied in parts. */
    public static final int PART_BYTES = 5 << 20;

    private static final List<String> ODD = List.of(
            "a b",
            "a+b",
            "a%20b",
            "a&b=c?d#e",
            "\u00e4\u00f6\u00fc",
            "\u65e5\u672c",
            "\ud83d\ude9a",
            "(a)'b'!*",
            "a\"b<c>",
            "a:b;c,d@e$f",
            "a\\b",
            "{a}^[b]`~|",
            "\u00a0",
            "e\u0301",
            "long-".repeat(40));

    private SampleObjects() {}

    /** The keys of so many objects, those with odd names among them. */
    public static List<String> keys(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(PREFIX + (i < ODD.size() ? "odd/" + ODD.get(i) : String.format("%03d/object-%05d", i % 7, i)));
        }
        return keys;
    }

    /** The bytes of an object; those of one whose key ends in {@code large} are copied in parts. */
    public static byte[] content(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return key.endsWith("large") ? Arrays.copyOf(text, 2 * PART_BYTES + 17) : text;
    }

    /** Makes both buckets, and puts the objects into the first one. */
    public static void fill(S3Client s3, List<String> keys) {
        s3.createBucket(create -> create.bucket(FROM));
        s3.createBucket(create -> create.bucket(TO));
        keys.forEach(key -> put(s3, key, content(key)));
    }

    /** Puts an object into the bucket that is emptied. */
    public static void put(S3Client s3, String key, byte[] bytes) {
        s3.putObject(put -> put.bucket(FROM).key(key).contentType("text/plain"), RequestBody.fromBytes(bytes));
    }

    /** The objects of a bucket, by key, with their bytes. */
    public static SortedMap<String, byte[]> in(S3Client s3, String bucket) {
        SortedMap<String, byte[]> objects = new TreeMap<>();
        for (String key : keysIn(s3, bucket)) {
            objects.put(
                    key, s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        }
        return objects;
    }

    /** The keys of a bucket. */
    public static List<String> keysIn(S3Client s3, String bucket) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
