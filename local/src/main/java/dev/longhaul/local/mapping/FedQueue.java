package dev.longhaul.local.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.longhaul.aws.SqsQueue;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A queue as an event source mapping uses it: it receives, hides and deletes messages. Thread-safe. */
final class FedQueue implements AutoCloseable {

    /** How long it waits for a message, in seconds: so long does an end take at most. */
    private static final int WAIT_SECONDS = 1;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private final SqsQueue queue;
    private final String arn;
    private final String region;

    /**
     * A queue of an account.
     *
     * @param arn what stands before its name in its ARN
     */
    FedQueue(SqsQueue queue, String region, String arn) {
        this.queue = queue;
        this.region = region;
        this.arn = arn + queue.name();
    }

    /** A message; its fields by the names that SQS gives them. */
    record Message(String id, String receiptHandle, String body, Map<String, String> attributes) {}

    /** For how long a message that was received is hidden. */
    Duration visibilityTimeout() throws IOException {
        String answer = queue.call("GetQueueAttributes", request -> {
            request.writeArrayFieldStart("AttributeNames");
            request.writeString("VisibilityTimeout");
            request.writeEndArray();
        });
        try (JsonParser in = json.createParser(answer)) {
            while (in.nextToken() != null) {
                if (in.currentToken().isScalarValue() && "VisibilityTimeout".equals(in.currentName())) {
                    return Duration.ofSeconds(Long.parseLong(in.getText()));
                }
            }
        }
        throw new IOException("the queue " + queue.name() + " does not say its visibility timeout");
    }

    /** The next messages, up to so many; none where none came while it waited. */
    List<Message> receive(int most) throws IOException {
        String answer = queue.call("ReceiveMessage", request -> {
            request.writeNumberField("MaxNumberOfMessages", most);
            request.writeNumberField("WaitTimeSeconds", WAIT_SECONDS);
            request.writeArrayFieldStart("AttributeNames");
            request.writeString("All");
            request.writeEndArray();
        });
        List<Message> messages = new ArrayList<>();
        try (JsonParser in = json.createParser(answer)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.START_ARRAY && "Messages".equals(in.currentName())) {
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        messages.add(message(in));
                    }
                }
            }
        }
        return messages;
    }

    private static Message message(JsonParser in) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("Attributes")) {
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String attribute = in.currentName();
                    in.nextToken();
                    attributes.put(attribute, in.getText());
                }
            } else if (value.isStructStart()) {
                in.skipChildren();
            } else {
                fields.put(name, in.getText());
            }
        }
        return new Message(
                fields.getOrDefault("MessageId", ""),
                fields.getOrDefault("ReceiptHandle", ""),
                fields.getOrDefault("Body", ""),
                attributes);
    }

    void delete(Message message) throws IOException {
        queue.call("DeleteMessage", request -> request.writeStringField("ReceiptHandle", message.receiptHandle()));
    }

    /** The event with these messages, as Lambda gives it to a function. */
    String event(List<Message> messages) throws IOException {
        StringWriter event = new StringWriter();
        try (JsonGenerator out = json.createGenerator(event)) {
            out.writeStartObject();
            out.writeArrayFieldStart("Records");
            for (Message message : messages) {
                out.writeStartObject();
                out.writeStringField("messageId", message.id());
                out.writeStringField("receiptHandle", message.receiptHandle());
                out.writeStringField("body", message.body());
                out.writeObjectFieldStart("attributes");
                for (Map.Entry<String, String> attribute : message.attributes().entrySet()) {
                    out.writeStringField(attribute.getKey(), attribute.getValue());
                }
                out.writeEndObject();
                out.writeObjectFieldStart("messageAttributes");
                out.writeEndObject();
                out.writeStringField("eventSource", "aws:sqs");
                out.writeStringField("eventSourceARN", arn);
                out.writeStringField("awsRegion", region);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return event.toString();
    }

    /**
     * The ids that a function's answer names as failed.
     *
     * @throws IOException when the answer is none of that form: then Lambda takes all as failed
     */
    Set<String> failed(String answer) throws IOException {
        Set<String> ids = new TreeSet<>();
        if (answer.isBlank()) {
            return ids;
        }
        try (JsonParser in = json.createParser(answer)) {
            while (in.nextToken() != null) {
                if (in.currentToken().isScalarValue() && "itemIdentifier".equals(in.currentName())) {
                    ids.add(in.getText());
                }
            }
        }
        return ids;
    }

    @Override
    public void close() {
        queue.close();
    }
}
