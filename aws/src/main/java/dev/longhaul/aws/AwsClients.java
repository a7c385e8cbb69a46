package dev.longhaul.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Makes clients whose calls end in time: the SDK's own retries are off, since the engine retries within the time that the
 * invocation has left, and a call takes at most {@value #CALL_SECONDS} seconds. Without that, a function in a VPC that has
 * no way to the API would hang in its handoff until its timeout.
 */
public final class AwsClients {

    /** The longest time that a call takes which does not say otherwise, in seconds. */
    public static final int CALL_SECONDS = 5;

    private AwsClients() {}

    /**
     * What the clients of one service need to be told of.
     *
     * @param name the service's name for people: {@code DynamoDB}
     * @param variable its name in {@code AWS_ENDPOINT_URL_...}: {@code DYNAMODB}
     * @param host its name in the addresses of AWS: {@code dynamodb}
     * @param place what is in the region that is to be set: {@code table}
     */
    public record Service(String name, String variable, String host, String place) {

        private String endpointVariable() {
            return "AWS_ENDPOINT_URL_" + variable;
        }
    }

    /** The settings of calls that every client has, to be added to. */
    public static ClientOverrideConfiguration.Builder calls() {
        return calls(Duration.ofSeconds(CALL_SECONDS));
    }

    /** The same, for calls that may take so long. */
    public static ClientOverrideConfiguration.Builder calls(Duration call) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(call)
                .apiCallAttemptTimeout(call)
                .retryStrategy(AwsRetryStrategy.doNotRetry());
    }

    /**
     * Whether the environment says all that {@link #build} needs, so that it will find a client's region; without loading
     * the SDK.
     *
     * @throws IllegalArgumentException when it names half of the credentials, or an endpoint that is no URI
     */
    public static boolean complete(Service service, Map<String, String> environment) {
        Credentials.requireBoth(environment);
        endpoint(service, environment);
        return environment.containsKey("AWS_REGION");
    }

    /**
     * A client of the region, the credentials and the endpoint that the environment names.
     *
     * @param builder with whatever is the service's own, {@link #calls} among it
     * @param environment the process's environment variables
     * @throws IllegalArgumentException when it names no region, half of the credentials, or an endpoint that is no URI
     */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            B builder, Service service, Map<String, String> environment) {
        return build(builder, service, environment, Duration.ofSeconds(CALL_SECONDS));
    }

    /** The same, for calls whose answer may take so long. */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            B builder, Service service, Map<String, String> environment, Duration call) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(call))
                .credentialsProvider(Credentials.of(environment));
        String region = environment.get("AWS_REGION");
        if (region != null) {
            builder.region(Region.of(region));
        }
        URI endpoint = endpoint(service, environment);
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        try {
            return builder.build();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "there is no client for " + service.name() + ": " + e.getMessage() + " Set AWS_REGION to the "
                            + service.place() + "'s region.",
                    e);
        }
    }

    /**
     * The endpoint that the environment names for a service, or for all of them; null where that is AWS's own.
     *
     * @throws IllegalArgumentException when it is no URI
     */
    public static @Nullable URI endpoint(Service service, Map<String, String> environment) {
        String endpoint = environment.getOrDefault(service.endpointVariable(), environment.get("AWS_ENDPOINT_URL"));
        if (endpoint == null) {
            return null;
        }
        try {
            return new URI(endpoint);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    service.endpointVariable() + " is \"" + endpoint
                            + "\", which is no URI. Set it to one like https://" + service.host()
                            + ".eu-central-1.amazonaws.com, or leave it out.",
                    e);
        }
    }
}
