package dev.longhaul.local.invocation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.longhaul.local.function.FunctionName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes the record that Lambda sends to an on-failure destination, version 1.0. */
final class FailureRecord {

    private static final int OK = 200;

    private FailureRecord() {}

    static String json(FailedEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("version", "1.0");
            json.writeStringField("timestamp", event.at().toString());
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", event.invocation().requestId());
            json.writeStringField("functionArn", qualified(event));
            json.writeStringField("condition", event.condition().awsName());
            json.writeNumberField("approximateInvokeCount", event.invokeCount());
            json.writeEndObject();
            writeRaw(json, "requestPayload", event.invocation().payload());
            if (event.lastResult().isPresent()) {
                write(json, event.lastResult().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer failed", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, InvocationResult.Completed last) throws IOException {
        json.writeObjectFieldStart("responseContext");
        json.writeNumberField("statusCode", OK);
        json.writeStringField("executedVersion", FunctionName.LATEST);
        json.writeStringField("functionError", "Unhandled");
        json.writeEndObject();
        writeRaw(json, "responsePayload", last.payload());
    }

    private static void writeRaw(JsonGenerator json, String field, Payload payload) throws IOException {
        json.writeFieldName(field);
        json.writeRawValue(payload.text());
    }

    private static String qualified(FailedEvent event) {
        String bare = ":function:" + event.invocation().functionName();
        return event.invocation().functionArn().endsWith(bare)
                ? event.invocation().functionArn() + ":" + FunctionName.LATEST
                : event.invocation().functionArn();
    }
}
