package dev.longhaul.client;

import org.jspecify.annotations.Nullable;

/**
 * Reads a chain's result, for example by a library: {@code json -> mapper.readValue(json, Report.class)}.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
public interface ResultReader<T> {

    /** What a JSON document says. */
    @Nullable
    T read(String json) throws Exception;
}
