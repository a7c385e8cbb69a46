package dev.longhaul.store.s3;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket of the tests: on s3proxy; or, where {@code LONGHAUL_TEST_S3_BUCKET} names one, on AWS, or on the endpoint
 * {@code AWS_ENDPOINT_URL_S3}, below a prefix of its own, with the region and the credentials of the environment.
 */
final class TestBucket {

    private static final String VARIABLE = "LONGHAUL_TEST_S3_BUCKET";

    private final Map<String, String> environment;
    private final String name;
    private final @Nullable Server server;

    private record Server(S3Proxy s3, Relay relay) {}

    private TestBucket(Map<String, String> environment, String name, @Nullable Server server) {
        this.environment = environment;
        this.name = name;
        this.server = server;
    }

    /** The bucket that the environment names, or one on s3proxy. */
    static TestBucket open() throws Exception {
        String named = System.getenv(VARIABLE);
        return named == null ? onS3proxy() : new TestBucket(System.getenv(), named, null);
    }

    /** A bucket on an s3proxy of its own. */
    static TestBucket onS3proxy() throws Exception {
        S3Proxy s3 = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .awsAuthentication(AuthenticationType.NONE, null, null)
                // It doesn't know tags.
                .ignoreUnknownHeaders(true)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        s3.start();
        Relay relay = new Relay("http://127.0.0.1:" + s3.getPort());
        TestBucket bucket = new TestBucket(local(relay.endpoint()), "longhaul", new Server(s3, relay));
        try (S3Client client = Clients.of(bucket.environment)) {
            client.createBucket(create -> create.bucket(bucket.name));
        }
        return bucket;
    }

    /** The environment of a function that finds S3 at an endpoint on this machine. */
    static Map<String, String> local(String endpoint) {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_REGION",
                "us-east-1",
                "AWS_ENDPOINT_URL_S3",
                endpoint);
    }

    Map<String, String> environment() {
        return environment;
    }

    String name() {
        return name;
    }

    /** A place in the bucket that nobody else uses. */
    String freshUri() {
        return "s3://" + name + "/longhaul-test/" + UUID.randomUUID();
    }

    /** What stands before s3proxy. */
    Relay relay() {
        return server.relay();
    }

    void close() throws Exception {
        if (server != null) {
            server.relay().close();
            server.s3().stop();
        }
    }
}
