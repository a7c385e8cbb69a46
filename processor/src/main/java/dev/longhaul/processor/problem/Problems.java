package dev.longhaul.processor.problem;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Verdict.Unsupported;
import javax.lang.model.type.TypeMirror;

/** The messages of more than one rule. One that a single rule gives stands beside it. */
public final class Problems {

    private Problems() {}

    /** More than one method where there can be one. */
    public static Problem notUnique(ProblemId id, String annotation, Located<String> second, String first) {
        return Problem.error(
                id,
                second.value() + " is a second @" + annotation + " method, next to " + first
                        + ", and a job has one. Remove the annotation from one of them.",
                second);
    }

    /** A method that the handler can't call with what it has. */
    public static Problem parameters(ProblemId id, String annotation, Located<String> method, String allowed) {
        return Problem.error(
                id,
                method.value() + " has parameters that @" + annotation + " does not allow. It takes " + allowed + ".",
                method);
    }

    /** A method that the handler can't call. */
    public static Problem inaccessible(ProblemId id, String annotation, Located<String> method) {
        return Problem.error(
                id,
                method.value() + " can't be called by the handler, which is in the job's package. Make the @"
                        + annotation + " method package-private or public, and not static.",
                method);
    }

    /**
     * The value can't be saved.
     *
     * @param done what is to be done with it: read, written or saved
     * @param advice what to do, which differs by what it is
     */
    public static Problem typeUnsupported(Located<String> what, Unsupported part, String done, String advice) {
        return Problem.error(
                ProblemId.StateTypeUnsupported,
                what.value() + (part.path().isEmpty() ? "" : " -> " + part.path()) + ": " + plain(part.type())
                        + " cannot be " + done + " (" + part.reason()
                        + "). " + advice,
                what);
    }

    /** A number that must be above zero. */
    public static Problem notPositive(ProblemId id, String option, Located<? extends Number> where) {
        return Problem.error(
                id, option + " is " + where.value() + ", and must be above 0. Give it a positive number.", where);
    }

    /** A type as a source has it, without the annotations on it. */
    public static String plain(TypeMirror type) {
        return type.toString().replaceAll("@[^\\s(<>,]+(\\([^)]*\\))? ?", "");
    }
}
