package dev.longhaul.processor.model;

import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A field with {@code @Children}.
 *
 * @param element the field
 * @param job the name of the children's job, with the place of its class in the annotation
 * @param bounds how many there are
 * @param stopWithParent whether they are stopped with the chain that has started them
 * @param objection why its type does not fit that job, or null
 * @param input how their start event is written, or null where they take none
 * @param result how what they return is read, or null where they return nothing
 */
public record ChildrenField(
        VariableElement element,
        Located<String> job,
        Bounds bounds,
        boolean stopWithParent,
        @Nullable String objection,
        @Nullable Verdict input,
        @Nullable Verdict result) {

    /**
     * How many there are.
     *
     * @param maxRunning at a time
     * @param most in all
     */
    public record Bounds(Located<Integer> maxRunning, Located<Integer> most) {}

    /** The field's name. */
    public String name() {
        return element.getSimpleName().toString();
    }
}
