package dev.longhaul.runtime.state;

import org.jspecify.annotations.Nullable;

/** Failures at a place, without the messages of what caused them. */
final class Failures {

    private Failures() {}

    /** A failure that names the class of its cause, and has its stack. */
    static StateException of(Place place, String message, @Nullable Throwable cause) {
        if (cause == null) {
            return new StateException(place.path(), message);
        }
        StateException failure = new StateException(
                place.path(), message + " (" + cause.getClass().getName() + ")");
        failure.setStackTrace(cause.getStackTrace());
        return failure;
    }
}
