package dev.longhaul.aws;

import dev.longhaul.aws.AwsClients.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Calls of a service of AWS's whose client is not worth its megabytes: JSON in, JSON out, signed by the SDK. Thread-safe.
 */
public final class SignedJson implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** How long a service may take that reads through much. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private static final int FIRST_FAILURE = 300;

    private final Service service;
    private final Protocol protocol;
    private final String region;
    private final URI endpoint;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;

    /**
     * How a service wants to be called.
     *
     * @param target what stands before the operations' names: {@code Logs_20140328}
     * @param json the version of AWS's JSON: {@code 1.0} or {@code 1.1}
     */
    public record Protocol(String target, String json) {}

    /**
     * Calls of one service, with the region, the credentials and the endpoint that the environment names.
     *
     * @throws IllegalArgumentException when there is no region or are no credentials, or the endpoint is no URI
     */
    public SignedJson(Service service, Protocol protocol, Map<String, String> environment) {
        this(service, protocol, environment, ANSWER);
    }

    /** The same, for calls whose answer may take so long. */
    public SignedJson(Service service, Protocol protocol, Map<String, String> environment, Duration answer) {
        this.service = service;
        this.protocol = protocol;
        String named = environment.get("AWS_REGION");
        try {
            this.region = named == null
                    ? new DefaultAwsRegionProviderChain().getRegion().id()
                    : named;
            this.credentials = Credentials.of(environment);
            credentials.resolveCredentials();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    service.name() + " can't be called: " + e.getMessage() + " Set AWS_REGION, and credentials for it.",
                    e);
        }
        URI other = AwsClients.endpoint(service, environment);
        this.endpoint =
                other == null ? URI.create("https://" + service.host() + '.' + region + ".amazonaws.com") : other;
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(answer)
                .build();
    }

    /**
     * Calls an operation.
     *
     * @return what it answered
     * @throws IOException when it can't be reached, or answers a failure; it says which
     * @throws SdkClientException when the credentials can't be had any more
     */
    public String call(String operation, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ContentStreamProvider content = () -> new ByteArrayInputStream(bytes);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.resolve("/"))
                .putHeader("Content-Type", "application/x-amz-json-" + protocol.json())
                .putHeader("X-Amz-Target", protocol.target() + '.' + operation)
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(call -> call.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.host())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(content)
                        .build())
                .call();
        String text = "";
        if (answer.responseBody().isPresent()) {
            try (InputStream in = answer.responseBody().get()) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        int status = answer.httpResponse().statusCode();
        if (status >= FIRST_FAILURE) {
            throw new IOException(service.name() + " answered " + status + " to " + operation + ": " + text);
        }
        return text;
    }

    @Override
    public void close() {
        http.close();
    }
}
