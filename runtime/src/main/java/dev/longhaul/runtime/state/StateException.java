package dev.longhaul.runtime.state;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A value that can't be read; its message begins with the path of the value, as in {@code "orders/3/total": ...}. */
public final class StateException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String path;

    StateException(String path, String message) {
        this(path, message, null);
    }

    StateException(String path, String message, @Nullable Throwable cause) {
        super(path.isEmpty() ? message : '"' + path + "\": " + message, cause);
        this.path = path;
    }

    /** The names and indexes on the way to the value, with slashes between them; empty for the document itself. */
    public String path() {
        return path;
    }
}
