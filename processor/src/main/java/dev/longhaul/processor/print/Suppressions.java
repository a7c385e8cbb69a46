package dev.longhaul.processor.print;

import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Problem.Severity;
import dev.longhaul.processor.read.Mirrors;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The warnings that the author of a source doesn't want: those whose id stands in a {@code @SuppressWarnings} around them. */
final class Suppressions {

    private Suppressions() {}

    /** Whether a problem is a warning that is suppressed on its member, on its job, or on a class around one of them. */
    static boolean isSuppressed(Problem problem, Element job) {
        return problem.severity() == Severity.WARNING
                && (isNamed(problem.id().name(), problem.where().element())
                        || isNamed(problem.id().name(), job));
    }

    private static boolean isNamed(String id, Element inner) {
        for (@Nullable Element element = inner; element != null; element = element.getEnclosingElement()) {
            if (Mirrors.find(element, "java.lang.SuppressWarnings")
                    .filter(mirror -> names(mirror, id))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(AnnotationMirror suppress, String id) {
        return suppress.getElementValues().values().stream()
                .anyMatch(value -> value.getValue() instanceof List<?> tokens
                        && tokens.stream()
                                .anyMatch(token -> token instanceof AnnotationValue one
                                        && one.getValue().equals(id)));
    }
}
