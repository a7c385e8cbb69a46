package dev.longhaul.runtime.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StateReader} reads into lists, sets and maps of single values. Their elements are of a type that {@link
 * StateWriter#leaf} writes: a text, the box of a primitive, or a type of java.time, java.math, UUID or URI.
 */
@SuppressWarnings("NonApiType") // The classes themselves: a field may be declared as one of them.
public abstract sealed class ContainerReader extends NullableReader permits StateReader {

    ContainerReader() {}

    abstract void beginObject() throws IOException;

    abstract void beginArray() throws IOException;

    abstract boolean next() throws IOException;

    abstract String name() throws IOException;

    /** An array as a list, or null. */
    public final <T> @Nullable ArrayList<T> list(Class<T> type) throws IOException {
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

    /** An array as a set in the array's order, or null. */
    public final <T> @Nullable LinkedHashSet<T> set(Class<T> type) throws IOException {
        ArrayList<T> values = list(type);
        return values == null ? null : new LinkedHashSet<>(values);
    }

    /** An object as a map in the object's order, or null. */
    public final <K, V> @Nullable LinkedHashMap<K, V> map(Class<K> keys, Class<V> values) throws IOException {
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

    /** The name of the value that the reader stands on, as the key of a map. */
    public final <T> T key(Class<T> type) throws IOException {
        try {
            return type.cast(TextForms.parse(type.getName(), name()));
        } catch (RuntimeException e) {
            throw failure("the key is no " + type.getSimpleName(), null);
        }
    }

    private <T> @Nullable T leaf(Class<T> type) throws IOException {
        return type.cast(
                switch (type.getName()) {
                    case "java.lang.String" -> string();
                    case "java.lang.Boolean" -> boolOrNull();
                    case "java.lang.Byte" -> int8OrNull();
                    case "java.lang.Short" -> int16OrNull();
                    case "java.lang.Integer" -> int32OrNull();
                    case "java.lang.Long" -> int64OrNull();
                    case "java.lang.Float" -> float32OrNull();
                    case "java.lang.Double" -> float64OrNull();
                    case "java.lang.Character" -> characterOrNull();
                    default -> text(type);
                });
    }
}
