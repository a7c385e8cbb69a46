package dev.longhaul.processor.write;

import dev.longhaul.processor.model.ScalarForm;
import dev.longhaul.processor.model.Shape;
import org.jspecify.annotations.Nullable;

/** Containers of single values, which the runtime's reader and writer know by themselves. */
final class LeafContainers {

    private LeafContainers() {}

    /** The writer's method for such a container, or null. */
    static @Nullable String writer(Shape shape) {
        if (shape instanceof Shape.Sequence sequence && isLeaf(sequence.element())) {
            return "values";
        }
        return shape instanceof Shape.Mapping mapping && isLeaf(mapping.key()) && isLeaf(mapping.value())
                ? "entries"
                : null;
    }

    /** The reader's call that restores such a container, if it is of the class that the reader makes; else null. */
    static @Nullable String reader(Shape shape, Imports imports) {
        if (writer(shape) == null) {
            return null;
        }
        if (shape instanceof Shape.Sequence sequence) {
            String type = "(" + imports.of(sequence.element().type()) + ".class)";
            return switch (sequence.implementation()) {
                case "java.util.ArrayList" -> "list" + type;
                case "java.util.LinkedHashSet" -> "set" + type;
                default -> null;
            };
        }
        return shape instanceof Shape.Mapping mapping
                        && mapping.implementation().equals("java.util.LinkedHashMap")
                ? "map(" + imports.of(mapping.key().type()) + ".class, "
                        + imports.of(mapping.value().type()) + ".class)"
                : null;
    }

    private static boolean isLeaf(Shape shape) {
        return shape instanceof Shape.Boxed
                || shape instanceof Shape.Text
                || (shape instanceof Shape.Scalar scalar && scalar.form() == ScalarForm.STRING);
    }
}
