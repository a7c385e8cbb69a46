package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A value that can't be read or written; its message begins with the path of the value, as in {@code "orders/3/total": ...}. */
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

    /** One at the place where a parser or generator is, as {@code orders/3/total}; empty at the root. */
    static StateException at(JsonStreamContext place, String message, @Nullable Throwable cause) {
        String pointer = place.pathAsPointer().toString();
        return new StateException(pointer.isEmpty() ? "" : pointer.substring(1), message, cause);
    }

    /** The names and indexes on the way to the value, with slashes between them; empty for the document itself. */
    public String path() {
        return path;
    }
}
