package dev.longhaul.store.s3;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The calls on a bucket. Each throws the SDK's exceptions. Thread-safe. */
final class Bucket implements AutoCloseable {

    /** On the records that expire, those of ended chains, for a lifecycle rule that deletes them. */
    static final String ENDED = "longhaul=ended";

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final String name;
    private final S3Client client;

    Bucket(String name, S3Client client) {
        this.name = name;
        this.client = client;
    }

    String name() {
        return name;
    }

    /** An object with its content as text. */
    record Text(Head head, String content) {}

    /** The record under a key; the content is empty where it isn't text. */
    Optional<Text> get(String key) {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(name)
                .key(key)
                .overrideConfiguration(within(Clients.timeout(S3Store.LARGEST)))
                .build();
        try {
            ResponseBytes<GetObjectResponse> object = client.getObjectAsBytes(get);
            Head head = Head.of(key, object.response().eTag(), object.response().metadata());
            return Optional.of(new Text(head, text(object)));
        } catch (S3Exception e) {
            if (missing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is known of the record under a key without its content. */
    Optional<Head> head(String key) {
        try {
            HeadObjectResponse object =
                    client.headObject(head -> head.bucket(name).key(key));
            return Optional.of(Head.of(key, object.eTag(), object.metadata()));
        } catch (S3Exception e) {
            // The answer has no body that could say more than that.
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Writes a record if what is stored is what was seen before.
     *
     * @return the new etag; none where it is not, or another write is under way
     */
    Optional<String> replace(String key, byte[] content, Head before, Map<String, String> metadata, boolean expires) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(name)
                .key(key)
                .contentType("application/json")
                .metadata(metadata)
                .overrideConfiguration(within(Clients.timeout(content.length)));
        if (expires) {
            put.tagging(ENDED);
        }
        if (before.equals(Head.NONE)) {
            put.ifNoneMatch("*");
        } else {
            put.ifMatch(before.etag());
        }
        // Not fromBytes, which copies.
        RequestBody body = RequestBody.fromContentProvider(
                ContentStreamProvider.fromByteArrayUnsafe(content), content.length, "application/json");
        try {
            return Optional.of(client.putObject(put.build(), body).eTag());
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT || missing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Puts an empty object. */
    void mark(String key) {
        client.putObject(put -> put.bucket(name).key(key), RequestBody.empty());
    }

    void delete(String key) {
        client.deleteObject(delete -> delete.bucket(name).key(key));
    }

    /** The objects whose keys begin so, by their keys, page by page as they are asked for. */
    Stream<S3Object> list(String prefix) {
        return client
                .listObjectsV2Paginator(ListObjectsV2Request.builder()
                        .bucket(name)
                        .prefix(prefix)
                        .build())
                .contents()
                .stream();
    }

    @Override
    public void close() {
        client.close();
    }

    private static boolean missing(S3Exception e) {
        return e.statusCode() == NOT_FOUND
                && "NoSuchKey".equals(e.awsErrorDetails().errorCode());
    }

    private static String text(ResponseBytes<GetObjectResponse> object) {
        try {
            return object.asUtf8String();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private static AwsRequestOverrideConfiguration within(Duration timeout) {
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(timeout)
                .apiCallAttemptTimeout(timeout)
                .build();
    }
}
