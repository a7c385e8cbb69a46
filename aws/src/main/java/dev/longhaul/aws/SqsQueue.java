package dev.longhaul.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.longhaul.aws.AwsClients.Service;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A queue of SQS, or of a server that speaks as it does. Thread-safe. */
public final class SqsQueue implements AutoCloseable {

    /** The longest time that a message can be kept back, in seconds. */
    public static final int LONGEST_DELAY_SECONDS = 900;

    private static final Service SQS = new Service("SQS", "SQS", "sqs", "queue");
    private static final Pattern URL = Pattern.compile("https?://[^/]+/.+");
    private static final Pattern REGION = Pattern.compile("https://sqs\\.([a-z0-9-]+)\\.amazonaws\\.com.*");

    private final String url;
    private final SignedJson sqs;
    private final JsonFactory json = new JsonFactory();

    /**
     * The queue of a URL, in the region that this names, or else the environment.
     *
     * @throws IllegalArgumentException when it is none, or a FIFO queue's, or there is no region
     */
    public SqsQueue(String url, Map<String, String> environment) {
        this(url, environment, Duration.ofSeconds(AwsClients.CALL_SECONDS));
    }

    /** The same, whose answers may take so long. */
    public SqsQueue(String url, Map<String, String> environment, Duration answer) {
        requireUrl(url);
        this.url = url;
        Map<String, String> named = new HashMap<>(environment);
        Matcher region = REGION.matcher(url);
        if (region.matches()) {
            named.put("AWS_REGION", region.group(1));
        }
        named.put("AWS_ENDPOINT_URL_SQS", URI.create(url).resolve("/").toString());
        this.sqs = new SignedJson(SQS, new SignedJson.Protocol("AmazonSQS", "1.0"), named, answer);
    }

    /**
     * Refuses what is no standard queue's URL; without loading the SDK.
     *
     * @throws IllegalArgumentException with what it should be
     */
    public static void requireUrl(String url) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException("\"" + url
                    + "\" is no queue's URL. Write one like https://sqs.eu-central-1.amazonaws.com/123456789012/name.");
        }
        if (url.endsWith(".fifo")) {
            throw new IllegalArgumentException(url + " is a FIFO queue. Use a standard one: order is not kept.");
        }
    }

    /** The name of the queue: the last part of its URL. */
    public String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /**
     * Sends a message.
     *
     * @throws IOException when the queue can't be reached or refuses it; it says why
     */
    public void send(String message) throws IOException {
        send(message, 0);
    }

    /**
     * Sends a message that nobody receives before so many seconds are over.
     *
     * @param delaySeconds 0 to {@value #LONGEST_DELAY_SECONDS}
     * @throws IOException when the queue can't be reached or refuses it; it says why
     */
    public void send(String message, int delaySeconds) throws IOException {
        call("SendMessage", request -> {
            request.writeStringField("MessageBody", message);
            if (delaySeconds > 0) {
                request.writeNumberField("DelaySeconds", delaySeconds);
            }
        });
    }

    /**
     * Calls an operation of the queue.
     *
     * @param fields writes what the request has besides the queue's URL
     * @return what it answered, as JSON
     * @throws IOException when the queue can't be reached or refuses it; it says why
     */
    public String call(String operation, Fields fields) throws IOException {
        StringWriter request = new StringWriter();
        try (JsonGenerator out = json.createGenerator(request)) {
            out.writeStartObject();
            out.writeStringField("QueueUrl", url);
            fields.write(out);
            out.writeEndObject();
        }
        return sqs.call(operation, request.toString());
    }

    /** Writes the fields of a request. */
    @FunctionalInterface
    public interface Fields {

        /** Writes them into an object that is open. */
        void write(JsonGenerator request) throws IOException;
    }

    @Override
    public void close() {
        sqs.close();
    }
}
