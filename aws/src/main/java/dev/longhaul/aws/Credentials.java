package dev.longhaul.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The credentials of a process.
 *
 * <p>A Lambda function has them as variables, which live as long as its environment: asking there alone is faster at a cold
 * start than the SDK's whole chain. Where a container's credentials are named, as with SnapStart, on Managed Instances and
 * on ECS, the process may outlive what it began with: then the SDK's chain asks again in time.
 */
final class Credentials {

    private Credentials() {}

    /**
     * What gives the credentials.
     *
     * @throws IllegalArgumentException when the environment has one half of them
     */
    static AwsCredentialsProvider of(Map<String, String> environment) {
        String key = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        requireBoth(environment);
        if (refreshed(environment) || key == null || secret == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(credentials(key, secret, environment.get("AWS_SESSION_TOKEN")));
    }

    /** Throws when the environment has one half of the credentials and needs both. */
    static void requireBoth(Map<String, String> environment) {
        boolean key = environment.containsKey("AWS_ACCESS_KEY_ID");
        boolean secret = environment.containsKey("AWS_SECRET_ACCESS_KEY");
        if (key != secret && !refreshed(environment)) {
            String set = key ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY";
            String missing = key ? "AWS_SECRET_ACCESS_KEY" : "AWS_ACCESS_KEY_ID";
            throw new IllegalArgumentException(set + " is set, and " + missing + " is not. Set both, or neither.");
        }
    }

    private static boolean refreshed(Map<String, String> environment) {
        return environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                || environment.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    }

    private static AwsCredentials credentials(String key, String secret, @Nullable String token) {
        return token == null
                ? AwsBasicCredentials.create(key, secret)
                : AwsSessionCredentials.create(key, secret, token);
    }
}
