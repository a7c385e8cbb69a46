package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Failures at a place, without the messages of what caused them. */
final class StateFailures {

    private StateFailures() {}

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

    /** What a parser has met, without what it says, which quotes the document. */
    static StateException notJson(JsonParser json, Place place, JacksonException e) {
        if (json.getParsingContext().getNestingDepth()
                > json.streamReadConstraints().getMaxNestingDepth()) {
            return place.tooDeep();
        }
        if (e instanceof StreamConstraintsException) {
            String most = String.format(Locale.ROOT, "%,d", Documents.DIGITS);
            return of(place, "a number has more than " + most + " digits", null);
        }
        JsonLocation location = e.getLocation();
        String where =
                location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return of(place, "this is not JSON" + where, null);
    }

    /** The kind of a value, for those who expected another. */
    static String found(@Nullable JsonToken token) {
        return token == null
                ? "nothing"
                : switch (token) {
                    case START_OBJECT, END_OBJECT -> "an object";
                    case START_ARRAY, END_ARRAY -> "an array";
                    case VALUE_STRING -> "a string";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                    case VALUE_TRUE, VALUE_FALSE -> "a truth value";
                    default -> "null";
                };
    }
}
