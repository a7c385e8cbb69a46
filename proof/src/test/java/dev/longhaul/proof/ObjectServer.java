package dev.longhaul.proof;

import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Function;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** An s3proxy with a bucket, behind a relay. */
final class ObjectServer implements AutoCloseable {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL_S3";

    private final S3Proxy server;
    private final HttpRelay relay;

    ObjectServer(Function<Request, Fate> fates) throws Exception {
        server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .awsAuthentication(AuthenticationType.NONE, null, null)
                // It doesn't know tags.
                .ignoreUnknownHeaders(true)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        server.start();
        URI behind = URI.create("http://127.0.0.1:" + server.getPort());
        HttpRequest bucket = HttpRequest.newBuilder(behind.resolve("/longhaul"))
                .PUT(BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(bucket, BodyHandlers.discarding());
        relay = HttpRelay.oneByOne(behind, fates);
    }

    /** The URI of a store in the bucket. */
    String store() {
        return "s3://longhaul/chains";
    }

    /** The variables of a process outside Lambda that finds the store. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_REGION",
                "us-east-1",
                ENDPOINT,
                relay.endpoint());
    }

    /** What functions need of it besides what Lambda gives them. */
    Map<String, String> functions() {
        return Map.of(ENDPOINT, relay.endpoint());
    }

    @Override
    public void close() throws IOException {
        relay.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("s3proxy can't be ended", e);
        }
    }
}
