package dev.longhaul.example.http;

import java.io.IOException;

/** A service refuses the call, or answers what can't be read: to try the same again would not help. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
