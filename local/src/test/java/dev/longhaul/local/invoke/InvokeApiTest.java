package dev.longhaul.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationStatus;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What the API takes, and what comes of it. */
final class InvokeApiTest extends InvokeApiCalls {

    @Test
    void answersARequest() throws Exception {
        HttpResponse<String> response = post("known", "{}", request -> request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"ok\":true}");
        assertThat(header(response, "X-Amz-Executed-Version")).isEqualTo("$LATEST");
        assertThat(header(response, "x-amzn-RequestId"))
                .isEqualTo(invoked.get(0).requestId());
        assertThat(header(response, "X-Amzn-Trace-Id"))
                .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=1:[0-9a-f]{8}:0");
        assertThat(response.headers().map()).doesNotContainKeys("x-amz-log-result", "x-amz-function-error");
    }

    @Test
    void marksAFunctionErrorAndGivesTheLog() throws Exception {
        result = completed(InvocationStatus.FUNCTION_ERROR, "{\"errorType\":\"E\"}");

        HttpResponse<String> response = post("known", "{}", request -> request.header("X-Amz-Log-Type", "Tail"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "X-Amz-Function-Error")).isEqualTo("Unhandled");
        assertThat(new String(Base64.getDecoder().decode(header(response, "X-Amz-Log-Result")), StandardCharsets.UTF_8))
                .isEqualTo("the log");
    }

    @Test
    void queuesAnEventAndDropsItsClientContext() throws Exception {
        HttpResponse<String> response = post(
                "known",
                "[1]",
                request -> request.header("X-Amz-Invocation-Type", "Event")
                        .header("X-Amz-Client-Context", base64("{\"a\":1}")));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEmpty();
        assertThat(invoked).isEmpty();
        assertThat(queued).singleElement().satisfies(invocation -> {
            assertThat(invocation.payload().text()).isEqualTo("[1]");
            assertThat(invocation.headers().clientContext()).isEmpty();
        });
    }

    @Test
    void checksADryRunAndRunsNothing() throws Exception {
        HttpResponse<String> fine = post("known", "{}", request -> request.header("X-Amz-Invocation-Type", "DryRun"));
        HttpResponse<String> unknown =
                post("unknown", "{}", request -> request.header("X-Amz-Invocation-Type", "DryRun"));

        assertThat(fine.statusCode()).isEqualTo(204);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(invoked).isEmpty();
        assertThat(queued).isEmpty();
    }

    @Test
    void passesClientContextTenantAndTraceOn() throws Exception {
        post(
                "known",
                "{}",
                request -> request.header("X-Amz-Client-Context", base64("{\"a\":\n\"ü\"}"))
                        .header("X-Amz-Tenant-Id", "t1")
                        .header("X-Amzn-Trace-Id", "Root=1-2-3;Lineage=1:a:5"));

        Invocation invocation = invoked.get(0);
        assertThat(invocation.headers().clientContext()).contains("{\"a\":\"\\u00FC\"}");
        assertThat(invocation.headers().tenantId()).contains("t1");
        assertThat(invocation.headers().traceHeader()).matches("Root=1-2-3;Lineage=1:a:5\\|1:[0-9a-f]{8}:0");
    }

    @Test
    void takesAnEmptyBodyAsAnEmptyObject() throws Exception {
        post("known", "", request -> request);

        assertThat(invoked.get(0).payload().text()).isEqualTo("{}");
    }

    @Test
    void findsTheFunctionUnderEveryName() throws Exception {
        String arn = "arn:aws:lambda:us-east-1:000000000000:function:known";

        assertThat(post("known:live", "{}", request -> request).statusCode()).isEqualTo(200);
        assertThat(post(arn.replace(":", "%3A"), "{}", request -> request).statusCode())
                .isEqualTo(200);
        assertThat(post(arn + ":live", "{}", request -> request).statusCode()).isEqualTo(200);
        assertThat(send("known/invocations?Qualifier=live", "{}", request -> request)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("known/invocations?Qualifier=%24LATEST", "{}", request -> request)
                        .statusCode())
                .isEqualTo(200);
        assertThat(invoked)
                .extracting(Invocation::functionArn)
                .containsExactly(arn + ":live", arn, arn + ":live", arn + ":live", arn + ":$LATEST");
    }
}
