package dev.longhaul.runtime.store;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds the store of a URI. */
public final class CheckpointStores {

    /** The variable that names the store. */
    public static final String VARIABLE = "LONGHAUL_STORE";

    private CheckpointStores() {}

    /**
     * Opens the store that {@code LONGHAUL_STORE} names.
     *
     * @throws IllegalArgumentException when the variable is missing, or no store on the class path knows its form
     */
    public static CheckpointStore fromEnvironment(Map<String, String> environment) {
        String uri = environment.getOrDefault(VARIABLE, "");
        if (uri.isBlank()) {
            throw new IllegalArgumentException(
                    "the environment variable " + VARIABLE + " is not set. Set it to the URI of a store: " + forms());
        }
        return open(uri, environment);
    }

    /**
     * Opens the store of a URI.
     *
     * @throws IllegalArgumentException when no store on the class path knows its form
     */
    public static CheckpointStore open(String uri, Map<String, String> environment) {
        for (CheckpointStoreProvider provider : providers()) {
            if (uri.startsWith(provider.prefix())) {
                return provider.open(uri, environment);
            }
        }
        throw new IllegalArgumentException(VARIABLE + " is \"" + scheme(uri)
                + "\", and no store on the class path knows that form. Use one of: " + forms()
                + "; or add the module of the store that you mean (longhaul-store-dynamodb, longhaul-store-s3, "
                + "longhaul-store-jdbc).");
    }

    /** No more than the scheme: what follows may hold a password. */
    private static String scheme(String uri) {
        int colon = uri.indexOf(':');
        return colon < 0 ? uri : uri.substring(0, colon) + ":...";
    }

    private static String forms() {
        return StreamSupport.stream(providers().spliterator(), false)
                .map(CheckpointStoreProvider::form)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static ServiceLoader<CheckpointStoreProvider> providers() {
        return ServiceLoader.load(CheckpointStoreProvider.class, CheckpointStoreProvider.class.getClassLoader());
    }
}
