package dev.longhaul.processor.model;

import java.util.List;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@code @State} field.
 *
 * @param element the field
 * @param hiddenBy the class below with a field of the same name, which code that uses the job gets instead; or null
 * @param rival an interface with a constant of the same name, so that the name alone says neither; or null
 * @param accessible whether code in the job's package can read and write it
 * @param formerly the names that it had in earlier versions
 * @param verdict how its type is saved, or why it can't be
 */
public record StateField(
        VariableElement element,
        @Nullable String hiddenBy,
        @Nullable String rival,
        boolean accessible,
        Located<List<String>> formerly,
        Verdict verdict)
        implements Saved {

    /** The field's name. */
    @Override
    public String name() {
        return element.getSimpleName().toString();
    }

    /** How its type is saved, in a job that may compile. */
    @Override
    public Shape shape() {
        return (Shape) verdict;
    }
}
