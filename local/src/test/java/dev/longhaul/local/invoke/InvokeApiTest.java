package dev.longhaul.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.Outcome;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Invoke API over HTTP, with a function that is no process: its answers are given. */
final class InvokeApiTest {

    private static final int SYNC_LIMIT = 6_291_456;
    private static final int ASYNC_LIMIT = 1_048_576;

    private final List<Invocation> invoked = new ArrayList<>();
    private final List<Invocation> queued = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server = newServer();
    private InvocationResult result = completed(Outcome.SUCCEEDED, "{\"ok\":true}");

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        Functions functions = new Functions("us-east-1", "000000000000");
        FunctionConfig config = FunctionConfig.builder("known", "a.Handler")
                .classPath(List.of(Path.of("")))
                .aliases(Set.of("live"))
                .build();
        functions.add(new InvokeTarget(
                config,
                invocation -> {
                    invoked.add(invocation);
                    return result;
                },
                queued::add));
        server.createContext("/", new InvokeApi(functions, Clock.systemUTC()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

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
        result = completed(Outcome.FUNCTION_ERROR, "{\"errorType\":\"E\"}");

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
            assertThat(invocation.clientContext()).isEmpty();
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
        assertThat(invocation.clientContext()).contains("{\"a\":\"\\u00FC\"}");
        assertThat(invocation.tenantId()).contains("t1");
        assertThat(invocation.traceHeader()).isEqualTo("Root=1-2-3;Lineage=1:a:5");
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
    void servesNoOtherOperation() throws Exception {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(uri("/2015-03-31/functions/")).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "x-amzn-ErrorType")).isEqualTo("UnknownOperationException");
    }

    @Test
    void servesNoWebPage() throws Exception {
        HttpResponse<String> response = post("known", "{}", request -> request.header("Origin", "http://evil.example"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(invoked).isEmpty();
    }

    private static void assertError(HttpResponse<String> response, int status, String type, String body) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "x-amzn-ErrorType")).isEqualTo(type);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(response.body()).isEqualTo(body);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    private HttpResponse<String> post(String name, String body, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        return send(name + "/invocations", body, more);
    }

    private HttpResponse<String> send(String path, String body, UnaryOperator<HttpRequest.Builder> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/2015-03-31/functions/" + path)).POST(BodyPublishers.ofString(body));
        return http.send(more.apply(request).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static String string(int bytes) {
        return '"' + "x".repeat(bytes - 2) + '"';
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InvocationResult completed(Outcome outcome, String payload) {
        Report report = new Report("r", 1, outcome, Duration.ZERO, Optional.empty(), 128, 0);
        return new InvocationResult.Completed(report, Payload.of(payload), Payload.of("the log"));
    }
}
