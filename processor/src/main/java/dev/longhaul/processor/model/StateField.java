package dev.longhaul.processor.model;

import javax.lang.model.element.VariableElement;

/**
 * A {@code @State} field.
 *
 * @param element the field
 * @param accessible whether code in the job's package can read and write it
 * @param shape how its type is saved
 */
public record StateField(VariableElement element, boolean accessible, Shape shape) {

    /** The field's name. */
    public String name() {
        return element.getSimpleName().toString();
    }
}
