package dev.longhaul.local.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FailedEventTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:fn";

    @Test
    void isWrittenAsLambdasRecord() {
        Report report =
                new Report("r-1", 3, InvocationStatus.TIMED_OUT, Duration.ofSeconds(3), Optional.empty(), 128, 0);
        InvocationResult.Completed last =
                new InvocationResult.Completed(report, Payload.of("{\"errorType\":\"E\"}"), Payload.of(""));

        assertThat(event(ARN, Optional.of(last)).toJson())
                .isEqualTo("{\"version\":\"1.0\",\"timestamp\":\"2026-11-23T10:15:30.250Z\",\"requestContext\":"
                        + "{\"requestId\":\"r-1\",\"functionArn\":\"" + ARN + ":$LATEST\","
                        + "\"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":3},"
                        + "\"requestPayload\":{\"n\":1},\"responseContext\":{\"statusCode\":200,"
                        + "\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"},"
                        + "\"responsePayload\":{\"errorType\":\"E\"}}");
    }

    @Test
    void keepsTheQualifierAndHasNoResponseWhereNothingRan() {
        assertThat(event(ARN + ":live", Optional.empty()).toJson())
                .contains("\"functionArn\":\"" + ARN + ":live\"")
                .endsWith("\"requestPayload\":{\"n\":1}}");
    }

    private static FailedEvent event(String arn, Optional<InvocationResult.Completed> last) {
        return new FailedEvent(
                Instant.parse("2026-11-23T10:15:30.250Z"),
                new Invocation(
                        "fn",
                        arn,
                        "r-1",
                        3,
                        Payload.of("{\"n\":1}"),
                        new Invocation.Headers("Root=1", Optional.empty(), Optional.empty())),
                FailedEvent.Condition.RETRIES_EXHAUSTED,
                3,
                last);
    }
}
