package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateWriter} wrote, or a start event, for generated code: a method for each of the writer's.
 *
 * <p>The reader always stands on a value. An object is read as {@code beginObject(); while (next()) if (at("name")) ...},
 * an array as {@code beginArray(); while (next()) ...}; each turn of the loop must read its value or {@link #skip} it.
 * Every failure is a {@link StateException} with the path of the value, in which stand the names that were asked for with
 * {@link #at} or {@link #field}; any other may be a user's data. Not thread-safe.
 */
@SuppressWarnings("NonApiType") // ArrayList and its like: a field may be declared as one of them.
public final class StateReader {

    private final Tokens tokens;
    private final FormerNames formerNames = new FormerNames();
    private boolean strict;
    private @Nullable Consumer<String> dropped;

    /** Stands on the root value of a JSON document. */
    public StateReader(String document) throws IOException {
        tokens = new Tokens(document);
        if (tokens.advance() == null) {
            throw new StateException("", "a JSON document was expected, and there is none");
        }
    }

    /** Enters the object that the reader stands on. */
    public void beginObject() throws IOException {
        tokens.require(JsonToken.START_OBJECT, "an object");
        formerNames.begin(tokens.owner());
    }

    /** Enters the array that the reader stands on. */
    public void beginArray() throws IOException {
        tokens.require(JsonToken.START_ARRAY, "an array");
    }

    /** Goes on to the next value of the open object or array; false at its end, which it leaves. */
    public boolean next() throws IOException {
        return tokens.next();
    }

    /** The name of the value that the reader stands on, which may be a user's data; empty inside an array. */
    public String name() throws IOException {
        String name = tokens.name();
        return name == null ? "" : name;
    }

    /** The name of the value that the reader stands on, as the field of a known form, which failures may show. */
    public String field() throws IOException {
        String name = name();
        tokens.show(name);
        return name;
    }

    /** Whether the value that the reader stands on is the one of this name. */
    public boolean at(String name) throws IOException {
        boolean here = name.equals(tokens.name());
        if (here) {
            tokens.show(name);
        }
        return here;
    }

    /**
     * Whether the value that the reader stands on is the one of this name, or of a name that it had in another version.
     *
     * @throws StateException where the object has it twice, under two of its names
     */
    public boolean at(String name, String... formerly) throws IOException {
        boolean here = at(name);
        for (int i = 0; !here && i < formerly.length; i++) {
            here = at(formerly[i]);
        }
        if (here && !formerNames.take(tokens.owner(), name)) {
            throw failure(
                    "it is stored under two names of the field \"" + name
                            + "\". Take the name that belongs to another field out of @State(formerly = ...)",
                    null);
        }
        return here;
    }

    /** Whether nothing follows the root value, which has been read to its end. */
    public boolean atEnd() throws IOException {
        return tokens.advance() == null;
    }

    /** Whether the reader stands on null. */
    public boolean isNull() {
        return tokens.at(JsonToken.VALUE_NULL);
    }

    /** From now on, refuses the fields that {@link #skip} would pass over, and answers this reader. */
    public StateReader strict() {
        strict = true;
        return this;
    }

    /** From now on, gives the path of each field that {@link #skip} passes over, as in {@code orders/[]/total}. */
    public StateReader noting(Consumer<String> noted) {
        dropped = noted;
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
                    "its type has no such field. Correct the name, or pass over such fields by ignoreUnknown = true",
                    null);
        }
        if (dropped != null) {
            field();
            dropped.accept(tokens.place().form());
        }
        tokens.skip();
    }

    /** A text, or null. */
    public @Nullable String string() throws IOException {
        if (isNull()) {
            return null;
        }
        tokens.require(JsonToken.VALUE_STRING, "a string");
        return tokens.text();
    }

    /**
     * What the codec of a field is given: a text, or null. A value of another form, which a version without the codec has
     * stored, is given as JSON.
     */
    public @Nullable String coded() throws IOException {
        return isNull() || tokens.at(JsonToken.VALUE_STRING) ? string() : raw();
    }

    /** A truth value. */
    public boolean bool() throws IOException {
        return tokens.bool();
    }

    /** A whole number from -128 to 127. */
    public byte int8() throws IOException {
        return (byte) tokens.integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    /** A whole number of 16 bits. */
    public short int16() throws IOException {
        return (short) tokens.integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** A whole number of 32 bits. */
    public int int32() throws IOException {
        return (int) tokens.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A whole number of 64 bits. */
    public long int64() throws IOException {
        return tokens.integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A 64-bit floating-point number, NaN and the infinities included. */
    public double float64() throws IOException {
        return tokens.float64();
    }

    /** A 32-bit floating-point number, NaN and the infinities included. */
    public float float32() throws IOException {
        return tokens.float32();
    }

    /** A text of exactly one UTF-16 unit. */
    public char character() throws IOException {
        String text = string();
        if (text == null || text.length() != 1) {
            throw tokens.unexpected("a string of one character");
        }
        return text.charAt(0);
    }

    /** Bytes from Base64, or null. */
    public byte @Nullable [] bytes() throws IOException {
        if (isNull()) {
            return null;
        }
        return tokens.bytes();
    }

    /** A value that {@link StateWriter#text} wrote, or null: of java.time or java.math, a UUID or URI. */
    public <T> @Nullable T text(Class<T> type) throws IOException {
        String text = string();
        try {
            return text == null ? null : type.cast(TextForms.parse(type.getName(), text));
        } catch (RuntimeException e) {
            throw failure("the text is no " + type.getSimpleName(), null);
        }
    }

    /** A value that {@link StateWriter#leaf} wrote, or null: the box of a primitive, a String, or what {@link #text} reads. */
    public <T> @Nullable T leaf(Class<T> type) throws IOException {
        if (isNull()) {
            return null;
        }
        return type.cast(
                switch (type.getName()) {
                    case "java.lang.String" -> string();
                    case "java.lang.Boolean" -> bool();
                    case "java.lang.Byte" -> int8();
                    case "java.lang.Short" -> int16();
                    case "java.lang.Integer" -> int32();
                    case "java.lang.Long" -> int64();
                    case "java.lang.Float" -> float32();
                    case "java.lang.Double" -> float64();
                    case "java.lang.Character" -> character();
                    default -> text(type);
                });
    }

    /** An array of such values as {@link #leaf} reads as a list, or null. */
    public <T> @Nullable ArrayList<T> list(Class<T> type) throws IOException {
        if (isNull()) {
            return null;
        }
        ArrayList<T> values = new ArrayList<>();
        beginArray();
        while (next()) {
            values.add(leaf(type));
        }
        return values;
    }

    /** An array of such values as {@link #leaf} reads as a set in the array's order, or null. */
    public <T> @Nullable LinkedHashSet<T> set(Class<T> type) throws IOException {
        ArrayList<T> values = list(type);
        return values == null ? null : new LinkedHashSet<>(values);
    }

    /** An object of such values as {@link #leaf} reads as a map in the object's order, or null. */
    public <K, V> @Nullable LinkedHashMap<K, V> map(Class<K> keys, Class<V> values) throws IOException {
        if (isNull()) {
            return null;
        }
        LinkedHashMap<K, V> map = new LinkedHashMap<>();
        beginObject();
        while (next()) {
            // The key first: reading the value may go beyond its name.
            K key = key(keys);
            map.put(key, leaf(values));
        }
        return map;
    }

    /** The name of the value that the reader stands on, as the key of a map that {@link StateWriter#key} wrote. */
    public <T> T key(Class<T> type) throws IOException {
        try {
            return type.cast(TextForms.parse(type.getName(), name()));
        } catch (RuntimeException e) {
            throw failure("the key is no " + type.getSimpleName(), null);
        }
    }

    /** The value that the reader stands on, as it stands in the document. */
    public String raw() throws IOException {
        return tokens.value(Integer.MAX_VALUE);
    }

    /** The same, where it is nested no deeper than a record has room for: 1,000 levels. */
    public String document() throws IOException {
        return tokens.value(Documents.DEPTH);
    }

    /** All that was read, behind its {@link #atEnd end}, where it is nested no deeper than a record has room for. */
    public String whole() throws IOException {
        return tokens.document();
    }

    /**
     * A failure at the value that the reader stands on, for generated code that finds a value it can't take.
     *
     * @param message says of which kind the fault is, without the value
     * @param cause what the user's code has thrown, or null: its class is told and its stack kept, and not its message, which
     *     may have the value in it
     */
    public StateException failure(String message, @Nullable Throwable cause) {
        return tokens.failure(message, cause);
    }
}
