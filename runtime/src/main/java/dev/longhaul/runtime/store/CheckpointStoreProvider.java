package dev.longhaul.runtime.store;

import java.util.Map;

/** Opens stores of one URI scheme; found through {@link java.util.ServiceLoader}. */
public interface CheckpointStoreProvider {

    /** How the URIs of this store begin, with the colon: {@code jdbc:postgresql:}. */
    String prefix();

    /** The form that such a URI has, for messages: {@code jdbc:postgresql://host:port/database?user=...}. */
    String form();

    /**
     * Opens a store. No connection needs to be made yet.
     *
     * @param uri what stands in {@code LONGHAUL_STORE}
     * @param environment the process's environment variables, for regions, endpoints and the like
     * @throws IllegalArgumentException when the URI has not the {@link #form}
     */
    CheckpointStore open(String uri, Map<String, String> environment);
}
