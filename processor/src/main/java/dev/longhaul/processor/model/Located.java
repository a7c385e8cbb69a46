package dev.longhaul.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A value and where it stands in the source, as near as the compiler knows.
 *
 * @param value the value
 * @param element the element that it belongs to
 * @param annotation the annotation that it stands in, or null
 * @param attribute the annotation's value that it is, or null where none is written
 * @param isDefault whether it is what the annotation has by itself, written or not
 */
public record Located<T>(
        T value,
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue attribute,
        boolean isDefault) {

    /** A value that an element has by itself. */
    public static <T> Located<T> at(T value, Element element) {
        return new Located<>(value, element, null, null, false);
    }

    /** Another value at the same place. */
    public <U> Located<U> with(U other) {
        return new Located<>(other, element, annotation, attribute, isDefault);
    }
}
