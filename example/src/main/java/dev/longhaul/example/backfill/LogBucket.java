package dev.longhaul.example.backfill;

import java.net.URI;
import java.net.URISyntaxException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** What {@link BackfillBucket} works with: S3. Thread-safe. */
public final class LogBucket implements AutoCloseable {

    private final S3Client s3;

    /** By the environment, as the function makes it. */
    LogBucket() {
        this(S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    /** By hand, for a test. */
    public LogBucket(S3Client s3) {
        this.s3 = s3;
    }

    /** The URI of an object; characters that a URI can't have are escaped. */
    static String uri(String bucket, String key) {
        try {
            return new URI("s3", bucket, "/" + key, null, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("s3://" + bucket + "/" + key + " is no URI", e);
        }
    }

    /** The next objects below a prefix, behind a key. */
    ListObjectsV2Response list(String bucket, String prefix, String behind, int most) {
        return s3.listObjectsV2(
                list -> list.bucket(bucket).prefix(prefix).startAfter(behind).maxKeys(most));
    }

    @Override
    public void close() {
        s3.close();
    }
}
