package dev.longhaul.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What passes, and what does not. */
class AwsFailuresTest {

    @Test
    void anAnswerPassesByItsStatusOrItsCode() {
        Map<Integer, Boolean> found = new TreeMap<>();
        for (int status : new int[] {400, 403, 404, 412, 429, 500, 501, 503}) {
            found.put(status, AwsFailures.worthRetrying(answer(status, "SomeCode")));
        }

        assertThat(found)
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        400, false, 403, false, 404, false, 412, false, 429, true, 500, true, 501, false, 503, true)));
        assertThat(AwsFailures.worthRetrying(answer(400, "ThrottlingException")))
                .isTrue();
        assertThat(AwsFailures.worthRetrying(answer(403, "RequestTimeTooSkewed")))
                .isTrue();
    }

    @Test
    void noAnswerPasses() {
        assertThat(AwsFailures.worthRetrying(ApiCallTimeoutException.create(5_000)))
                .isTrue();
        assertThat(AwsFailures.worthRetrying(SdkClientException.create("no route", new SocketException())))
                .isTrue();
        assertThat(AwsFailures.worthRetrying(SdkClientException.create("Unable to load credentials")))
                .isFalse();
    }

    @Test
    void aCodeIsTheServicesOwnWord() {
        assertThat(AwsFailures.code(answer(404, "NoSuchBucket"))).isEqualTo("NoSuchBucket");
        assertThat(AwsFailures.code(SdkClientException.create("no route"))).isEmpty();
    }

    private static SdkException answer(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
