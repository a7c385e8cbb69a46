package dev.longhaul.example.demo.move;

import java.io.IOException;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An s3proxy on this machine, whose objects are in its memory. */
public final class ObjectServer implements AutoCloseable {

    private static final int USUAL_ATTEMPTS = 4;
    private static final int PATIENT_ATTEMPTS = 10;

    private final S3Proxy server;

    /** Starts it, on a free port of the loopback interface. */
    public ObjectServer() throws Exception {
        server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .awsAuthentication(AuthenticationType.NONE, null, null)
                // It doesn't know all headers of S3.
                .ignoreUnknownHeaders(true)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        server.start();
    }

    /** Its endpoint. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** A client of an endpoint, as a job has it. */
    public static S3Client client(URI endpoint) {
        return client(endpoint, USUAL_ATTEMPTS);
    }

    /** A client of this server for those who fill it and look what is in it: it tries longer than a job's. */
    public S3Client patientClient() {
        return client(endpoint(), PATIENT_ATTEMPTS);
    }

    private static S3Client client(URI endpoint, int attempts) {
        return S3Client.builder()
                .overrideConfiguration(set -> set.retryStrategy(retries -> retries.maxAttempts(attempts)))
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("s3proxy can't be ended", e);
        }
    }
}
