package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tokens of a JSON document, one after the other, and where in the document each stands. Not thread-safe. */
final class Tokens {

    private final String document;
    private final JsonParser json;
    /** What is wrong with the document as a whole, although each of its values can be read; null where it is nothing. */
    private @Nullable StateException tooDeep;

    Tokens(String document) throws IOException {
        this.document = document;
        json = Documents.JSON.createParser(document);
    }

    /** The token that was read last; null behind the document. */
    @Nullable
    JsonToken current() {
        return json.currentToken();
    }

    boolean at(JsonToken token) {
        return json.hasToken(token);
    }

    /**
     * Throws unless the token is of a kind.
     *
     * @param what was expected, for the message
     */
    void require(JsonToken token, String what) throws StateException {
        if (!at(token)) {
            throw unexpected(what);
        }
    }

    @Nullable
    JsonToken advance() throws IOException {
        try {
            JsonToken token = json.nextToken();
            if (token != null
                    && token.isStructStart()
                    && tooDeep == null
                    && json.getParsingContext().getNestingDepth() > Documents.DEPTH) {
                tooDeep = place().tooDeep();
            }
            return token;
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** Goes on to the next value of the open object or array; whether there is one. */
    boolean next() throws IOException {
        JsonToken token = advance();
        if (token == JsonToken.FIELD_NAME) {
            token = advance();
        }
        if (token == null) {
            throw truncated();
        }
        return !token.isStructEnd();
    }

    /** The name that the token has in its object, or null. */
    @Nullable
    String name() throws IOException {
        return json.currentName();
    }

    /** Lets failures show a name, which is one of the code's. */
    void show(String name) {
        owner().setCurrentValue(name);
    }

    /** The object or array that the token is in. */
    JsonStreamContext owner() {
        JsonStreamContext context = json.getParsingContext();
        JsonToken token = json.currentToken();
        // An object or array has a context of its own; the name is its parent's.
        return token != null && token.isStructStart() ? context.getParent() : context;
    }

    /** The text of the token, whatever it is; where it is a string, that is parsed only now. */
    String text() throws IOException {
        try {
            return json.getText();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** The truth value that the token is. */
    boolean bool() throws StateException {
        if (!at(JsonToken.VALUE_TRUE)) {
            require(JsonToken.VALUE_FALSE, "true or false");
        }
        return at(JsonToken.VALUE_TRUE);
    }

    /** The whole number that the token is. */
    long integer(long least, long most) throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw failure("the number does not fit 64 bits", null);
        }
        long value = json.getLongValue();
        if (value < least || value > most) {
            throw failure("the number is outside " + least + " to " + most, null);
        }
        return value;
    }

    /** The number that the token is, or names: NaN or an infinity. */
    double float64() throws IOException {
        return isNumber() ? json.getDoubleValue() : named();
    }

    /** The number that the token is, or names: NaN or an infinity. */
    float float32() throws IOException {
        return isNumber() ? json.getFloatValue() : (float) named();
    }

    private boolean isNumber() {
        return at(JsonToken.VALUE_NUMBER_FLOAT) || at(JsonToken.VALUE_NUMBER_INT);
    }

    private double named() throws IOException {
        require(JsonToken.VALUE_STRING, "a number");
        return switch (text()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw unexpected("a number");
        };
    }

    /** The bytes that the token is as Base64. */
    byte[] bytes() throws IOException {
        require(JsonToken.VALUE_STRING, "bytes as Base64");
        try {
            return json.getBinaryValue();
        } catch (JacksonException e) {
            throw failure("this is not Base64", null);
        }
    }

    /** Passes over the value that begins with this token. */
    void skip() throws IOException {
        skip(Integer.MAX_VALUE);
    }

    /**
     * Passes over the value that begins with this token, and gives it as it stands in the document.
     *
     * @param levels how deep it may be nested
     */
    String value(int levels) throws IOException {
        int begin = (int) json.currentTokenLocation().getCharOffset();
        skip(levels);
        return Surrogates.escaped(
                document.substring(begin, (int) json.currentLocation().getCharOffset()));
    }

    private void skip(int levels) throws IOException {
        int depth = 0;
        JsonToken token = current();
        do {
            if (token == null) {
                throw truncated();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > levels) {
                throw place().tooDeep();
            }
            token = depth == 0 ? token : advance();
        } while (depth > 0);
        try {
            json.finishToken();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** The document, all of which has been read. */
    String document() throws StateException {
        if (tooDeep != null) {
            throw tooDeep;
        }
        return Surrogates.escaped(document.strip());
    }

    StateException failure(String message, @Nullable Throwable cause) {
        return StateFailures.of(place(), message, cause);
    }

    StateException unexpected(String what) {
        return failure(what + " was expected, but this is " + StateFailures.found(current()), null);
    }

    private StateException truncated() {
        return failure("the JSON document ends in the middle", null);
    }

    private StateException notJson(JacksonException e) {
        return StateFailures.notJson(json, place(), e);
    }

    Place place() {
        return Place.of(
                json.getParsingContext(), object -> Objects.equals(object.getCurrentName(), object.getCurrentValue()));
    }
}
