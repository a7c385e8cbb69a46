package dev.longhaul.store.dynamodb;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Makes clients whose calls end in time: the SDK's own retries are off, since the engine retries within the time that the
 * invocation has left, and a call takes at most {@value #CALL_SECONDS} seconds.
 */
final class Clients {

    private static final int CALL_SECONDS = 5;

    private Clients() {}

    /**
     * A client of the region, the credentials and the endpoint that the environment names.
     *
     * @throws IllegalArgumentException when it names no region, or half of the credentials
     */
    static DynamoDbClient of(Map<String, String> environment) {
        Duration call = Duration.ofSeconds(CALL_SECONDS);
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(call))
                .credentialsProvider(credentials(environment))
                .overrideConfiguration(override -> override.apiCallTimeout(call)
                        .apiCallAttemptTimeout(call)
                        .retryStrategy(AwsRetryStrategy.doNotRetry()));
        String region = environment.get("AWS_REGION");
        if (region != null) {
            builder.region(Region.of(region));
        }
        String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", environment.get("AWS_ENDPOINT_URL"));
        if (endpoint != null) {
            builder.endpointOverride(uri(endpoint));
        }
        try {
            return builder.build();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "there is no client for DynamoDB: " + e.getMessage() + " Set AWS_REGION to the table's region.", e);
        }
    }

    private static URI uri(String endpoint) {
        try {
            return new URI(endpoint);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "AWS_ENDPOINT_URL_DYNAMODB is \"" + endpoint + "\", which is no URI. Set it to one like"
                            + " https://dynamodb.eu-central-1.amazonaws.com, or leave it out.",
                    e);
        }
    }

    private static AwsCredentialsProvider credentials(Map<String, String> environment) {
        String key = environment.get("AWS_ACCESS_KEY_ID");
        if (key == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        // Lambda gives them as variables, and asking there alone is faster at a cold start than the whole chain.
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (secret == null) {
            throw new IllegalArgumentException(
                    "AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not. Set both, or neither.");
        }
        return StaticCredentialsProvider.create(credentials(key, secret, environment.get("AWS_SESSION_TOKEN")));
    }

    private static AwsCredentials credentials(String key, String secret, @Nullable String token) {
        return token == null
                ? AwsBasicCredentials.create(key, secret)
                : AwsSessionCredentials.create(key, secret, token);
    }
}
