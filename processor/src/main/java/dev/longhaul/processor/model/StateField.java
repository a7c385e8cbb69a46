package dev.longhaul.processor.model;

import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@code @State} field.
 *
 * @param element the field
 * @param hiddenBy the class below with a field of the same name, which code that uses the job gets instead; or null
 * @param accessible whether code in the job's package can read and write it
 * @param shape how its type is saved
 */
public record StateField(VariableElement element, @Nullable String hiddenBy, boolean accessible, Shape shape) {

    /** The field's name. */
    public String name() {
        return element.getSimpleName().toString();
    }
}
