package dev.longhaul.processor.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A field of the state, or a part of an object in it.
 *
 * @param form how it is stored
 * @param formerly the names that it is read by besides its own; nothing of that is stored
 */
public record Part(Form form, List<String> formerly) {

    /** The names that it is read by. */
    List<String> names(String name) {
        return Stream.concat(Stream.of(name), formerly.stream()).toList();
    }
}
