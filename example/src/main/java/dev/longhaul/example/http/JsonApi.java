package dev.longhaul.example.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.longhaul.runtime.RetryLaterException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service that is called over HTTP and answers JSON. What it throws is what {@code @Retry} needs to know: {@link
 * RetryLaterException} where the service says when to come again, {@link RefusedException} where it never helps, and any other
 * {@link IOException} where another try may. Thread-safe.
 */
public final class JsonApi {

    /** A service that asks for more is busy with something else: look again all the same. */
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final HttpClient client;
    private final ObjectMapper json = JsonMapper.builder()
            // A service adds fields when it likes.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final String url;
    private final Duration timeout;

    /**
     * A service.
     *
     * @param url what stands before the paths, without a slash at its end
     * @param timeout of a call: shorter than the job's {@code safeMillis}, so that a service that hangs costs no hop
     */
    public JsonApi(String url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * Reads.
     *
     * @param path with its query, escaped
     */
    public <T> T get(String path, Class<T> answer) throws IOException, InterruptedException {
        return send(request(path).GET().build(), answer);
    }

    /**
     * Has something done.
     *
     * @param key under which the service does it once, however often it is asked to
     */
    public <T> T post(String path, String key, Class<T> answer) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.noBody())
                        .build(),
                answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(timeout);
    }

    private <T> T send(HttpRequest request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        int status = answer.statusCode();
        String call = request.method() + " " + request.uri().getPath();
        if (status == 429 || status == 503) {
            retryAfter(answer).ifPresent(delay -> {
                throw new RetryLaterException(delay);
            });
        }
        if (status >= 500 || status == 408 || status == 429) {
            throw new IOException(call + " was answered with " + status + ".");
        }
        if (status >= 300) {
            throw new RefusedException(call + " was answered with " + status + ".");
        }
        try {
            return json.readValue(answer.body(), type);
        } catch (JsonProcessingException e) {
            // Not its message, which holds what was answered.
            throw new RefusedException(call + " was answered with what is no " + type.getSimpleName() + ".");
        }
    }

    /** Seconds or a date, where the service says it. */
    private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").map(JsonApi::delay).map(JsonApi::bounded);
    }

    private static @Nullable Duration delay(String value) {
        try {
            return value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration bounded(Duration delay) {
        return delay.isNegative() ? Duration.ZERO : delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }
}
