package dev.longhaul.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.invocation.InvocationResult;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the API refuses, in AWS's own words. */
final class InvokeApiRefusalTest extends InvokeApiCalls {

    @Test
    void refusesAnUnknownFunctionOrQualifier() throws Exception {
        assertError(
                post("unknown", "{}", request -> request),
                404,
                "ResourceNotFoundException",
                "{\"Type\":\"User\",\"message\":\"Function not found:"
                        + " arn:aws:lambda:us-east-1:000000000000:function:unknown\"}");
        assertError(
                post("known:old", "{}", request -> request),
                404,
                "ResourceNotFoundException",
                "{\"Type\":\"User\",\"message\":\"Function not found:"
                        + " arn:aws:lambda:us-east-1:000000000000:function:known:old\"}");
        assertError(
                send("known:live/invocations?Qualifier=1", "{}", request -> request),
                400,
                "InvalidParameterValueException",
                "{\"Type\":\"User\",\"message\":\"The derived qualifier from the function name does not match the"
                        + " specified qualifier.\"}");
        assertThat(post("no%20name", "{}", request -> request).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooLargeAndTakesWhatJustFits() throws Exception {
        UnaryOperator<HttpRequest.Builder> event = request -> request.header("X-Amz-Invocation-Type", "Event");

        assertThat(post("known", string(SYNC_LIMIT), request -> request).statusCode())
                .isEqualTo(200);
        assertError(
                post("known", string(SYNC_LIMIT + 1), request -> request),
                413,
                "RequestTooLargeException",
                "{\"Type\":\"User\",\"message\":\"Request must be smaller than 6291456 bytes for the InvokeFunction"
                        + " operation\"}");
        assertThat(post("known", string(ASYNC_LIMIT), event).statusCode()).isEqualTo(202);
        assertThat(post("known", string(ASYNC_LIMIT + 1), event).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWhatIsNoJson() throws Exception {
        HttpResponse<String> response = post("known", "oops", request -> request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "x-amzn-ErrorType")).isEqualTo("InvalidRequestContentException");
        assertThat(response.body())
                .startsWith("{\"Type\":\"User\",\"message\":\"Could not parse request body into json: Unrecognized"
                        + " token 'oops'");
        for (String bad : List.of("{", "{} {}", "{\"a\":}", "\"open", " ", "[1,]", "\"\t\"")) {
            assertThat(post("known", bad, request -> request).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(invoked).isEmpty();
    }

    @Test
    void refusesBadHeaders() throws Exception {
        assertError(
                post("known", "{}", request -> request.header("X-Amz-Invocation-Type", "Sometimes")),
                400,
                "InvalidParameterValueException",
                "{\"Type\":\"User\",\"message\":\"Value 'Sometimes' at 'invocationType' is not one of: Event,"
                        + " RequestResponse, DryRun\"}");
        for (String context : List.of("no base64!", base64("[]"), base64("{"))) {
            assertThat(post("known", "{}", request -> request.header("X-Amz-Client-Context", context))
                            .statusCode())
                    .as(context)
                    .isEqualTo(400);
        }
    }

    @Test
    void passesAThrottleAndAFaultOfItsOwnOn() throws Exception {
        result = new InvocationResult.Throttled(InvocationResult.Reason.ACCOUNT_CONCURRENCY);
        assertError(
                post("known", "{}", request -> request),
                429,
                "TooManyRequestsException",
                "{\"Reason\":\"ConcurrentInvocationLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");
        result = new InvocationResult.Unavailable("no java");
        assertError(
                post("known", "{}", request -> request),
                500,
                "ServiceException",
                "{\"Type\":\"Service\",\"message\":\"no java\"}");
    }

    @Test
    void stopsALoopOfRequests() throws Exception {
        post("known", "{}", request -> request);
        String trace = invoked.get(0).headers().traceHeader();
        assertThat(trace).endsWith(":0");
        String passed = trace.substring(0, trace.length() - 1);

        assertThat(post("known", "{}", request -> request.header("X-Amzn-Trace-Id", passed + 14))
                        .statusCode())
                .isEqualTo(200);
        assertError(
                post("known", "{}", request -> request.header("X-Amzn-Trace-Id", passed + 15)),
                400,
                "RecursiveInvocationException",
                "{\"Type\":\"User\",\"message\":\"Lambda has detected your function being invoked in a recursive loop"
                        + " with other Amazon Web Services resources and stopped your function's invocation.\"}");
    }

    @Test
    void servesNoOtherOperation() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/2015-03-31/functions/known"))
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(http.send(HttpRequest.newBuilder(uri("/2015-03-31/layers")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(header(response, "x-amzn-ErrorType")).isEqualTo("UnknownOperationException");
    }

    @Test
    void servesNoWebPage() throws Exception {
        HttpResponse<String> response = post("known", "{}", request -> request.header("Origin", "http://evil.example"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(invoked).isEmpty();
    }
}
