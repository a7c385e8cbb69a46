package dev.longhaul.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Where a process has its credentials from. */
class CredentialsTest {

    @Test
    void aFunctionHasThemAsVariables() {
        Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret");
        Map<String, String> session = new HashMap<>(keys);
        session.put("AWS_SESSION_TOKEN", "token");

        assertThat(Credentials.of(keys).resolveCredentials().accessKeyId()).isEqualTo("key");
        assertThat(Credentials.of(session).resolveCredentials())
                .isInstanceOfSatisfying(
                        AwsSessionCredentials.class,
                        credentials -> assertThat(credentials.sessionToken()).isEqualTo("token"));
    }

    @Test
    void aProcessThatMayOutliveThemAsksAgain() {
        for (String container :
                new String[] {"AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"}) {
            assertThat(Credentials.of(Map.of(
                            "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret", container, "/credentials")))
                    .as(container)
                    .isInstanceOf(DefaultCredentialsProvider.class);
        }
        assertThat(Credentials.of(Map.of())).isInstanceOf(DefaultCredentialsProvider.class);
    }

    @Test
    void halfOfThemIsNamed() {
        assertThatThrownBy(() -> Credentials.of(Map.of("AWS_ACCESS_KEY_ID", "key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not. Set both, or neither.");
        assertThatThrownBy(() -> Credentials.of(Map.of("AWS_SECRET_ACCESS_KEY", "secret")))
                .hasMessage("AWS_SECRET_ACCESS_KEY is set, and AWS_ACCESS_KEY_ID is not. Set both, or neither.");
    }
}
