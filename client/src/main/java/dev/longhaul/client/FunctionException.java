package dev.longhaul.client;

/** A function that could not be asked, or failed. */
public final class FunctionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FunctionException(String message, Throwable cause) {
        super(message, cause);
    }

    FunctionException(String message) {
        super(message);
    }
}
