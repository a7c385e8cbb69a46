package dev.longhaul.runtime.state;

import java.io.IOException;

/**
 * A value that can't be read or written. Its message begins with the path of the value, as in {@code "orders/3/total": ...},
 * and says of which kind the fault is. The value itself is in neither, nor is the key of a map, which the path has as
 * {@code {key}}: messages go into logs.
 */
public final class StateException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String path;

    StateException(String path, String message) {
        super(path.isEmpty() ? message : '"' + path + "\": " + message);
        this.path = path;
    }

    /**
     * The names and indexes on the way to the value, with slashes between them, cut at some 200 characters; empty for the
     * document itself.
     */
    public String path() {
        return path;
    }
}
