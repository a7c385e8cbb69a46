package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateWriter} wrote, or a start event, for generated code.
 *
 * <p>The reader always stands on a value. An object is read as {@code beginObject(); while (next()) if (at("name")) ...},
 * an array as {@code beginArray(); while (next()) ...}; each turn of the loop must read its value or {@link #skip} it.
 * Every failure is a {@link StateException} with the path of the value, in which stand the names that were asked for with
 * {@link #at} or {@link #field}; any other may be a user's data. Not thread-safe.
 */
public final class StateReader extends ContainerReader {

    private final JsonParser json;
    private boolean strict;

    /** Stands on the root value of a JSON document. */
    public StateReader(String document) throws IOException {
        json = Documents.JSON.createParser(document);
        advance();
        if (json.currentToken() == null) {
            throw new StateException("", "a JSON document was expected, and there is none");
        }
    }

    /** Enters the object that the reader stands on. */
    @Override
    public void beginObject() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
    }

    /** Enters the array that the reader stands on. */
    @Override
    public void beginArray() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
    }

    /** Goes on to the next value of the open object or array; false at its end, which it leaves. */
    @Override
    public boolean next() throws IOException {
        JsonToken token = advance();
        if (token == JsonToken.FIELD_NAME) {
            token = advance();
        }
        if (token == null) {
            throw failure("the JSON document ends in the middle", null);
        }
        return token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY;
    }

    /** The name of the value that the reader stands on, as the key of a map; empty inside an array. */
    @Override
    public String name() throws IOException {
        String name = json.currentName();
        return name == null ? "" : name;
    }

    /** The name of the value that the reader stands on, as the field of a known form, which failures may show. */
    public String field() throws IOException {
        String name = name();
        owner().setCurrentValue(name);
        return name;
    }

    /** Whether the value that the reader stands on is the one of this name. */
    public boolean at(String name) throws IOException {
        boolean here = name.equals(json.currentName());
        if (here) {
            owner().setCurrentValue(name);
        }
        return here;
    }

    /** The object or array that the value is in which the reader stands on. */
    private JsonStreamContext owner() {
        JsonStreamContext context = json.getParsingContext();
        JsonToken token = json.currentToken();
        return token != null && token.isStructStart() ? context.getParent() : context;
    }

    /** Whether nothing follows the root value, which has been read to its end. */
    public boolean atEnd() throws IOException {
        return advance() == null;
    }

    /** Whether the reader stands on null. */
    @Override
    public boolean isNull() {
        return json.hasToken(JsonToken.VALUE_NULL);
    }

    /** From now on, refuses the fields that {@link #skip} would pass over, and answers this reader. */
    public StateReader strict() {
        strict = true;
        return this;
    }

    /**
     * Passes over the value that the reader stands on, whatever it is.
     *
     * @throws StateException where the reader is strict
     */
    public void skip() throws IOException {
        if (strict) {
            field();
            throw failure(
                    "its type has no such field. Correct the name, or pass over such fields: @OnStart(ignoreUnknown = true)",
                    null);
        }
        try {
            json.skipChildren();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** A text, or null. */
    @Override
    public @Nullable String string() throws IOException {
        if (isNull()) {
            return null;
        }
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw unexpected("a string");
        }
        return text();
    }

    /** A truth value. */
    @Override
    public boolean bool() throws IOException {
        if (json.hasToken(JsonToken.VALUE_TRUE)) {
            return true;
        }
        if (json.hasToken(JsonToken.VALUE_FALSE)) {
            return false;
        }
        throw unexpected("true or false");
    }

    /** A whole number from -128 to 127. */
    @Override
    public byte int8() throws IOException {
        return (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    /** A whole number of 16 bits. */
    @Override
    public short int16() throws IOException {
        return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** A whole number of 32 bits. */
    @Override
    public int int32() throws IOException {
        return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A whole number of 64 bits. */
    @Override
    public long int64() throws IOException {
        return integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A 64-bit floating-point number, NaN and the infinities included. */
    @Override
    public double float64() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return switch (text()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw unexpected("a number");
            };
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT && json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected("a number");
        }
        return json.getDoubleValue();
    }

    /** A 32-bit floating-point number, NaN and the infinities included. */
    @Override
    public float float32() throws IOException {
        return json.hasToken(JsonToken.VALUE_NUMBER_FLOAT) ? json.getFloatValue() : (float) float64();
    }

    /** A text of exactly one UTF-16 unit. */
    @Override
    public char character() throws IOException {
        String text = string();
        if (text == null || text.length() != 1) {
            throw unexpected("a string of one character");
        }
        return text.charAt(0);
    }

    /** Bytes from Base64, or null. */
    public byte @Nullable [] bytes() throws IOException {
        if (isNull()) {
            return null;
        }
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw unexpected("bytes as Base64");
        }
        try {
            return json.getBinaryValue();
        } catch (JacksonException e) {
            throw failure("this is not Base64", null);
        }
    }

    /** The value that the reader stands on as a JSON document of its own. */
    public String raw() throws IOException {
        return copy(new StateWriter(Documents.RECORDS));
    }

    /** The same, where it is nested no deeper than a record has room for: 1,000 levels. */
    public String document() throws IOException {
        return copy(new StateWriter());
    }

    private String copy(StateWriter copy) throws IOException {
        copy.copyFrom(this);
        return copy.finish();
    }

    /**
     * A failure at the value that the reader stands on, for generated code that finds a value it can't take.
     *
     * @param message says of which kind the fault is, without the value
     * @param cause what the user's code has thrown, or null: its class is told and its stack kept, and not its message, which
     *     may have the value in it
     */
    @Override
    public StateException failure(String message, @Nullable Throwable cause) {
        return Failures.of(place(), message, cause);
    }

    Place place() {
        return Place.of(
                json.getParsingContext(), object -> Objects.equals(object.getCurrentName(), object.getCurrentValue()));
    }

    private long integer(long least, long most) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw unexpected("a whole number");
        }
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw failure("the number does not fit 64 bits", null);
        }
        long value = json.getLongValue();
        if (value < least || value > most) {
            throw failure("the number is outside " + least + " to " + most, null);
        }
        return value;
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (!json.hasToken(token)) {
            throw unexpected(what);
        }
    }

    @Nullable
    JsonToken token() {
        return json.currentToken();
    }

    @Nullable
    JsonToken advance() throws IOException {
        try {
            return json.nextToken();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** The text of the token, whatever it is; where it is a string, that is parsed only now. */
    String text() throws IOException {
        try {
            return json.getText();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    private StateException notJson(JacksonException e) {
        return Failures.notJson(json, place(), e);
    }

    private StateException unexpected(String what) {
        return failure(what + " was expected, but this is " + Failures.found(json.currentToken()), null);
    }
}
