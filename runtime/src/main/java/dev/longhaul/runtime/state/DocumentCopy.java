package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Copies a value from a reader to a writer, token by token. */
final class DocumentCopy {

    private DocumentCopy() {}

    /**
     * Copies the value that the reader stands on.
     *
     * @param json what the writer writes to
     */
    static void of(StateReader in, StateWriter out, JsonGenerator json) throws IOException {
        int depth = 0;
        for (JsonToken token = in.token(); token != null; token = in.advance()) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> begin(in, json);
                case END_OBJECT -> out.endObject();
                case END_ARRAY -> out.endArray();
                case FIELD_NAME -> out.key(in.text());
                case VALUE_STRING -> out.string(in.text());
                // As text: a number that fits no type of Java's is still JSON.
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(in.text());
                case VALUE_TRUE, VALUE_FALSE -> out.bool(token == JsonToken.VALUE_TRUE);
                default -> out.nothing();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
        throw in.failure("the JSON document ends in the middle", null);
    }

    private static void begin(StateReader in, JsonGenerator json) throws IOException {
        try {
            if (in.token() == JsonToken.START_OBJECT) {
                json.writeStartObject();
            } else {
                json.writeStartArray();
            }
        } catch (StreamConstraintsException e) {
            throw in.place().tooDeep();
        }
    }
}
