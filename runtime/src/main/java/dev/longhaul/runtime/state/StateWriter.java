package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON, for generated code: one call a value, and {@link #field} before each value of an object.
 *
 * <p>Null is written as null. Numbers keep their exact value; what JSON has no form for (NaN, the infinities, a lone
 * surrogate) is written so that {@link StateReader} gives it back. What is written can be encoded as UTF-8 and has no U+0000 in
 * it, whatever is in the values. Not thread-safe.
 */
public final class StateWriter {

    private static final int ASCII = 127;
    private static final int ALL = 0;

    /** Marks the object of a map, whose names are a user's data. */
    private static final Object MAP = new Object();

    /** From how many characters on a document is not copied twice. */
    private static final int LONG = 1_000;

    private final DocumentText text;
    private final JsonGenerator json;
    private final int unescaped;

    /** Begins an empty document. */
    public StateWriter() throws IOException {
        this(new StringBuilder());
    }

    /**
     * Begins an empty document.
     *
     * @param buffer where its text is collected: who writes one document after the other keeps it for the next one
     */
    public StateWriter(StringBuilder buffer) throws IOException {
        this(buffer, ALL);
    }

    private StateWriter(StringBuilder buffer, int unescaped) throws IOException {
        text = new DocumentText(buffer);
        json = Documents.JSON.createGenerator(text);
        this.unescaped = unescaped;
        json.setHighestNonEscapedChar(unescaped);
    }

    /** Begins an empty document in which all but ASCII is escaped, for where it is printed in an unknown charset. */
    public static StateWriter ascii() throws IOException {
        return new StateWriter(new StringBuilder(), ASCII);
    }

    /** Begins an object; {@link #endObject} ends it. */
    public void beginObject() throws IOException {
        try {
            json.writeStartObject();
        } catch (StreamConstraintsException e) {
            throw place().tooDeep();
        }
    }

    /**
     * Begins the object of a map.
     *
     * @param declared what it is declared as
     * @throws StateException where the reader would restore it as another map
     */
    public void beginObject(Class<?> declared, Map<?, ?> value) throws IOException {
        refuse(Restorable.objection(declared, value));
        beginObject();
    }

    /** Ends the object that is open. */
    public void endObject() throws IOException {
        json.writeEndObject();
    }

    /** Begins an array; {@link #endArray} ends it. */
    public void beginArray() throws IOException {
        try {
            json.writeStartArray();
        } catch (StreamConstraintsException e) {
            throw place().tooDeep();
        }
    }

    /**
     * Begins the array of a collection.
     *
     * @param declared what it is declared as
     * @throws StateException where the reader would restore it as another collection
     */
    public void beginArray(Class<?> declared, Collection<?> value) throws IOException {
        refuse(Restorable.objection(declared, value));
        beginArray();
    }

    /** Ends the array that is open. */
    public void endArray() throws IOException {
        json.writeEndArray();
    }

    /** Names the next value of the open object, and answers this writer. */
    public StateWriter field(String name) throws IOException {
        if (Surrogates.paired(name)) {
            json.writeFieldName(name);
        } else {
            json.setHighestNonEscapedChar(ASCII);
            json.writeFieldName(name);
            json.setHighestNonEscapedChar(unescaped);
        }
        return this;
    }

    /**
     * Names the next value of the open object by the key of a map, and answers this writer.
     *
     * @param key a text, an enum's constant, the box of a primitive, or a value that {@link #text} takes
     */
    public StateWriter key(@Nullable Object key) throws IOException {
        json.getOutputContext().setCurrentValue(MAP);
        if (key == null) {
            throw failure("a map with the key null can't be saved", null);
        }
        return field(key instanceof Enum<?> constant ? constant.name() : TextForms.text(key));
    }

    /** Writes null. */
    public void nothing() throws IOException {
        json.writeNull();
    }

    /** Writes a text, or null. */
    public void string(@Nullable String value) throws IOException {
        if (value == null || Surrogates.paired(value)) {
            json.writeString(value);
        } else {
            // Half a pair has no form in UTF-8: each store would make another text of it.
            json.setHighestNonEscapedChar(ASCII);
            json.writeString(value);
            json.setHighestNonEscapedChar(unescaped);
        }
    }

    /** Writes a truth value. */
    public void bool(boolean value) throws IOException {
        json.writeBoolean(value);
    }

    /** Writes a whole number of up to 64 bits; it serves byte, short, int and long. */
    public void integer(long value) throws IOException {
        json.writeNumber(value);
    }

    /** Writes a 64-bit floating-point number; NaN and the infinities as their names. */
    public void float64(double value) throws IOException {
        json.writeNumber(value);
    }

    /** Writes a 32-bit floating-point number; NaN and the infinities as their names. */
    public void float32(float value) throws IOException {
        json.writeNumber(value);
    }

    /** Writes bytes as Base64, or null. */
    public void bytes(byte @Nullable [] value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBinary(value);
        }
    }

    /** Writes a value that the reader has a method for and JSON has no form for (java.time, UUID, BigDecimal), or null. */
    public void text(@Nullable Object value) throws IOException {
        string(value == null ? null : TextForms.text(value));
    }

    /** Writes the value in the box of a primitive, a value that {@link #text} takes, or null. */
    public void leaf(@Nullable Object value) throws IOException {
        if (value instanceof Double number) {
            float64(number);
        } else if (value instanceof Float number) {
            float32(number);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            integer(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            bool(truth);
        } else {
            text(value);
        }
    }

    /** Writes the name of an enum's constant, or null. */
    public void constant(@Nullable Enum<?> value) throws IOException {
        string(value == null ? null : value.name());
    }

    /** Writes single values as an array, or null: each is one that {@link #leaf} takes. */
    public void values(@Nullable Iterable<?> values) throws IOException {
        if (values == null) {
            json.writeNull();
            return;
        }
        beginArray();
        for (Object value : values) {
            leaf(value);
        }
        endArray();
    }

    /** Writes a collection of single values, or null; refused as in {@link #beginArray(Class, Collection)}. */
    public void values(Class<?> declared, @Nullable Collection<?> values) throws IOException {
        if (values != null) {
            refuse(Restorable.objection(declared, values));
        }
        values(values);
    }

    /** Writes a map of single values, or null; refused as in {@link #beginObject(Class, Map)}. */
    public void entries(Class<?> declared, @Nullable Map<?, ?> map) throws IOException {
        if (map != null) {
            refuse(Restorable.objection(declared, map));
        }
        entries(map);
    }

    private void refuse(@Nullable String objection) throws StateException {
        if (objection != null) {
            throw failure(
                    objection
                            + ". Declare the field as what it is, keep the elements in a List, or give the field a codec:"
                            + " @State(codec = ...)",
                    null);
        }
    }

    /** Writes a map of single values as an object, or null: keys and values are such as {@link #leaf} takes. */
    public void entries(@Nullable Map<?, ?> map) throws IOException {
        if (map == null) {
            json.writeNull();
            return;
        }
        beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            key(entry.getKey()).leaf(entry.getValue());
        }
        endObject();
    }

    /** Writes a JSON document as it stands; the caller answers for its form. */
    public void raw(String document) throws IOException {
        if (document.length() < LONG) {
            json.writeRawValue(document);
        } else {
            // What belongs before it, and then the document without a copy.
            json.writeRawValue("");
            json.flush();
            text.splice(document);
        }
    }

    /**
     * A failure at the value that was written last or begun, for those who write with this writer.
     *
     * @param message says of which kind the fault is, without the value
     * @param cause what the user's code has thrown, or null: its class is told and its stack kept, and not its message, which
     *     may have the value in it
     */
    public StateException failure(String message, @Nullable Throwable cause) {
        return StateFailures.of(place(), message, cause);
    }

    private Place place() {
        return Place.of(json.getOutputContext(), object -> object.getCurrentValue() != MAP);
    }

    /** Ends the document and gives it. Nothing can be written any more. */
    public String finish() throws IOException {
        json.close();
        return text.finish();
    }
}
