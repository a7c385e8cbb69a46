package dev.longhaul.processor.problem;

import dev.longhaul.processor.model.Located;
import javax.lang.model.element.Element;

/**
 * Something that is wrong with a job.
 *
 * @param id its stable name
 * @param severity whether it may compile
 * @param text the offending thing, the rule, and what to do, on one line
 * @param where where it is
 */
public record Problem(ProblemId id, Severity severity, String text, Located<?> where) {

    /** Whether it may compile. */
    public enum Severity {
        /** It must not. */
        ERROR,
        /** It may, but will not do what its author expects. */
        WARNING,
        /** Nothing is wrong; its author should know. */
        NOTE
    }

    /** What must not compile. */
    public static Problem error(ProblemId id, String text, Located<?> where) {
        return new Problem(id, Severity.ERROR, text, where);
    }

    /** What may compile, but will not do what its author expects. */
    public static Problem warning(ProblemId id, String text, Located<?> where) {
        return new Problem(id, Severity.WARNING, text, where);
    }

    /** What its author should know. */
    public static Problem note(ProblemId id, String text, Located<?> where) {
        return new Problem(id, Severity.NOTE, text, where);
    }

    /** The same problem at a job that inherits the member from a class file, which has no places to show. */
    public Problem inheritedBy(Element job) {
        return new Problem(
                id, severity, "in " + where.element().getEnclosingElement() + ": " + text, Located.at(job, job));
    }

    /** The message as the compiler prints it. */
    public String message() {
        return severity == Severity.NOTE ? text : "[" + id + "] " + text;
    }
}
