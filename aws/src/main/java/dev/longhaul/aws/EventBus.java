package dev.longhaul.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.longhaul.aws.AwsClients.Service;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A bus of EventBridge, to which events are put. Thread-safe. */
public final class EventBus implements AutoCloseable {

    private static final Service EVENTS = new Service("EventBridge", "EVENTBRIDGE", "events", "bus");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9._/-]{1,256}|arn:[^:]+:events:[^:]+:[^:]+:event-bus/.+");

    private final String name;
    private final SignedJson events;
    private final JsonFactory json = new JsonFactory();

    /**
     * The bus of a name or an ARN, in the region that the environment names.
     *
     * @param answer how long an answer may take
     * @throws IllegalArgumentException when it is none, or there is no region
     */
    public EventBus(String name, Map<String, String> environment, Duration answer) {
        requireName(name);
        this.name = name;
        this.events = new SignedJson(EVENTS, new SignedJson.Protocol("AWSEvents", "1.1"), environment, answer);
    }

    /**
     * Refuses what is no bus's name; without loading the SDK.
     *
     * @throws IllegalArgumentException with what it should be
     */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no bus of EventBridge. Write its name, such as default, or its ARN.");
        }
    }

    /**
     * Puts an event.
     *
     * @param source who sends it
     * @param type what has happened
     * @param detail the event, a JSON object
     * @throws IOException when EventBridge can't be reached or refuses it; it says why
     */
    public void put(String source, String type, String detail) throws IOException {
        StringWriter request = new StringWriter();
        try (JsonGenerator out = json.createGenerator(request)) {
            out.writeStartObject();
            out.writeArrayFieldStart("Entries");
            out.writeStartObject();
            out.writeStringField("EventBusName", name);
            out.writeStringField("Source", source);
            out.writeStringField("DetailType", type);
            out.writeStringField("Detail", detail);
            out.writeEndObject();
            out.writeEndArray();
            out.writeEndObject();
        }
        requireTaken(events.call("PutEvents", request.toString()));
    }

    /** It answers 200 also to what it has not taken. */
    private void requireTaken(String answer) throws IOException {
        try (JsonParser in = json.createParser(answer)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.FIELD_NAME
                        && in.currentName().equals("FailedEntryCount")) {
                    if (in.nextIntValue(0) == 0) {
                        return;
                    }
                    throw new IOException("EventBridge has not taken an event for the bus " + name + ": " + answer);
                }
            }
        }
        throw new IOException(
                "EventBridge answered to PutEvents without saying whether it has taken the event: " + answer);
    }

    @Override
    public void close() {
        events.close();
    }
}
