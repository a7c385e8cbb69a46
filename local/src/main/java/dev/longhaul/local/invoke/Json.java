package dev.longhaul.local.invoke;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The little that the Invoke API does with JSON. Thread-safe. */
final class Json {

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Throws where the bytes are not exactly one JSON value; the exception's message says why. */
    void check(byte[] bytes) throws ApiException {
        try (JsonParser parser = factory.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw ApiException.notJson("No content to map due to end-of-input");
            }
            parser.skipChildren();
            // A string is only decoded, and so checked, when somebody asks for it.
            parser.finishToken();
            if (parser.nextToken() != null) {
                throw ApiException.notJson("there is more after the first value");
            }
        } catch (JsonProcessingException e) {
            throw ApiException.notJson(e.getOriginalMessage());
        } catch (IOException e) {
            throw ApiException.notJson(String.valueOf(e.getMessage()));
        }
    }

    /** A JSON object on one line in ASCII, as it fits a header. */
    String objectOnOneLine(byte[] bytes) throws ApiException {
        StringWriter line = new StringWriter();
        try (JsonParser parser = factory.createParser(bytes);
                JsonGenerator generator = factory.createGenerator(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ApiException.badClientContext();
            }
            generator.copyCurrentStructure(parser);
        } catch (IOException e) {
            throw ApiException.badClientContext();
        }
        return line.toString();
    }

    /** Lambda's body of an error. */
    String error(ApiException error) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            generator.writeStartObject();
            if (error.reason().isPresent()) {
                generator.writeStringField("Reason", error.reason().get());
            }
            generator.writeStringField("Type", error.status() < 500 ? "User" : "Service");
            generator.writeStringField("message", String.valueOf(error.getMessage()));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer failed", e);
        }
        return text.toString();
    }
}
