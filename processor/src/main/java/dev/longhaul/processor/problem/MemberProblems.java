package dev.longhaul.processor.problem;

import static dev.longhaul.processor.problem.Problems.error;
import static dev.longhaul.processor.problem.Problems.warning;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Verdict.Miscoded;
import dev.longhaul.processor.model.Verdict.Unsupported;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;

/** The messages about a job's class and its members: what it is, the rule, and what to do. */
public final class MemberProblems {

    private MemberProblems() {}

    /** The annotation stands on an interface, an enum, a record or an annotation. */
    public static Problem jobNotAClass(Located<String> job, ElementKind kind) {
        return error(
                ProblemId.JobNotAClass,
                job.value() + " is of the kind "
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ", and a job is a class. Annotate a class.",
                job);
    }

    /** The handler can't create it. */
    public static Problem jobAbstract(Located<String> job) {
        return error(
                ProblemId.JobAbstract,
                job.value() + " is abstract, and the handler creates a job for every hop. Annotate a concrete class.",
                job);
    }

    /** The handler can't see it. */
    public static Problem jobPrivate(Located<String> job, String enclosing) {
        return error(
                ProblemId.JobPrivate,
                enclosing + " is private, and the handler is in another class. Make it package-private or public.",
                job);
    }

    /** The handler can't create it. */
    public static Problem jobInner(Located<String> job, String why) {
        return error(
                ProblemId.JobInner,
                job.value() + " is " + why + ", and the handler has no object to create it in. Make it a top-level or a"
                        + " static nested class.",
                job);
    }

    /** The handler can't name its type. */
    public static Problem jobGeneric(Located<String> job) {
        return error(
                ProblemId.JobGeneric,
                job.value() + " has type parameters, and the handler can't choose their types. Annotate a class that"
                        + " extends it with the types filled in.",
                job);
    }

    /** The handler can't create it. */
    public static Problem jobConstructor(Located<String> job) {
        return error(
                ProblemId.JobConstructor,
                job.value() + " has no constructor without parameters that the handler can call. Add one that is not"
                        + " private: it runs in every hop, and can make clients; what one chain works on comes with its start event.",
                job);
    }

    /**
     * The place of the handler's class is taken.
     *
     * @param generated whether an earlier compilation has written what is there
     */
    public static Problem handlerNameTaken(Located<String> job, String handler, boolean generated) {
        return error(
                ProblemId.HandlerNameTaken,
                generated
                        ? handler
                                + " is among the sources, and an earlier compilation has generated it, as this one does."
                                + " Delete that file, or take the folder of generated sources out of the sources."
                        : "a class " + handler + " exists already, and the handler of " + job.value()
                                + " has that name. Rename one of the two.",
                job);
    }

    /** The handler can't name the job. */
    public static Problem jobUnnamed(Located<String> job) {
        return error(
                ProblemId.JobInner,
                job.value()
                        + " is in a compact source file, whose class has no name, and the handler has to name the job."
                        + " Make it a class of its own file.",
                job);
    }

    /** There is nothing to do. */
    public static Problem stepMissing(Located<String> job) {
        return error(
                ProblemId.StepMissing,
                job.value()
                        + " has no @Step method, and a job does its work in steps. Add one: @Step void next() { ... }",
                job);
    }

    /** There is no way to an end. */
    public static Problem terminateMissing(Located<String> job) {
        return error(
                ProblemId.TerminateMissing,
                job.value() + " has no @Terminate method, so it would never end. Add one: @Terminate boolean isDone() {"
                        + " return ...; }",
                job);
    }

    /** More than one method where there can be one. */
    public static Problem notUnique(ProblemId id, String annotation, Located<String> second, String first) {
        return error(
                id,
                second.value() + " is a second @" + annotation + " method, next to " + first
                        + ", and a job has one. Remove the annotation from one of them.",
                second);
    }

    /** A method that the handler can't call with what it has. */
    public static Problem parameters(ProblemId id, String annotation, Located<String> method, String allowed) {
        return error(
                id,
                method.value() + " has parameters that @" + annotation + " does not allow. It takes " + allowed + ".",
                method);
    }

    /** A step whose value nobody would see. */
    public static Problem stepReturnsValue(Located<String> step, String type) {
        return error(
                ProblemId.StepReturnsValue,
                step.value() + " returns " + type + ", and nobody would see it. Make it void, and keep what the job"
                        + " needs in a @State field.",
                step);
    }

    /** A question that is not answered with yes or no. */
    public static Problem terminateNotBoolean(Located<String> terminate, String type) {
        return error(
                ProblemId.TerminateNotBoolean,
                terminate.value() + " returns " + type + ", and a @Terminate method says whether the work is done."
                        + " Make it return boolean.",
                terminate);
    }

    /** A method that the handler can't call. */
    public static Problem inaccessible(ProblemId id, String annotation, Located<String> method) {
        return error(
                id,
                method.value() + " can't be called by the handler, which is in the job's package. Make the @"
                        + annotation + " method package-private or public, and not static.",
                method);
    }

    /** Nothing would be carried from hop to hop. */
    public static Problem stateMissing(Located<String> job) {
        return warning(
                ProblemId.StateMissing,
                job.value()
                        + " has no @State field, so every hop would begin from nothing. Annotate the fields that the"
                        + " next hop needs.",
                job);
    }

    /** The handler can't read or write the field. */
    public static Problem stateFieldPrivate(Located<String> field) {
        return error(
                ProblemId.StateFieldPrivate,
                "the @State field " + field.value() + " is private or of another package, and the handler saves it"
                        + " without reflection. Make it package-private, or"
                        + " public where it is inherited from another package.",
                field);
    }

    /** The field can't be restored. */
    public static Problem stateFieldFinal(Located<String> field) {
        return error(
                ProblemId.StateFieldFinal,
                "the @State field " + field.value() + " is final, and every hop restores it. Remove final.",
                field);
    }

    /** The field is not the job's own. */
    public static Problem stateFieldStatic(Located<String> field) {
        return error(
                ProblemId.StateFieldStatic,
                "the @State field " + field.value() + " is static, and state belongs to one chain. Remove static.",
                field);
    }

    /** The handler would save another field. */
    public static Problem stateFieldHidden(Located<String> field, String below) {
        return error(
                ProblemId.StateFieldHidden,
                "the @State field " + field.value() + " is hidden by the field of that name in " + below
                        + ", and the handler would save that one. Rename one of the two.",
                field);
    }

    /** The handler could not tell two fields apart. */
    public static Problem stateFieldAmbiguous(Located<String> field, String rival) {
        return error(
                ProblemId.StateFieldHidden,
                "the @State field " + field.value() + " has the name of the constant in " + rival
                        + ", and the handler could not tell them apart. Rename one of the two.",
                field);
    }

    /**
     * The value can't be saved.
     *
     * @param done what is to be done with it: read, written or saved
     * @param advice what to do, which differs by what it is
     */
    public static Problem typeUnsupported(Located<String> what, Unsupported part, String done, String advice) {
        return error(
                ProblemId.StateTypeUnsupported,
                what.value() + (part.path().isEmpty() ? "" : " -> " + part.path()) + ": " + Problems.plain(part.type())
                        + " cannot be " + done + " (" + part.reason()
                        + "). " + advice,
                what);
    }

    /** The codec of a field that the handler can't use. */
    public static Problem stateCodecUnusable(Located<String> field, Miscoded miscoded) {
        return error(
                ProblemId.StateCodecUnusable,
                "the codec " + Problems.plain(miscoded.codec()) + " of the @State field " + field.value()
                        + " can't be used: " + miscoded.objection(),
                field);
    }

    /** A method that nothing tries again. */
    public static Problem strayRetry(Located<String> method) {
        return error(
                ProblemId.OrphanAnnotation,
                method.value()
                        + " is annotated @Retry, but is no @Step, so nothing reads it. Move the annotation to the step,"
                        + " or remove it.",
                method);
    }

    /** Member annotations that nothing reads. */
    public static Problem orphan(Located<String> first, List<String> others, String annotation, String type) {
        return error(
                ProblemId.OrphanAnnotation,
                first.value() + " is annotated @" + annotation + ", but " + type
                        + " is not @LongRunning, so nothing reads it"
                        + (others.isEmpty() ? "" : ", or the annotations of " + String.join(", ", others))
                        + ". Annotate the class if it is a job, make it abstract if jobs extend it, or remove "
                        + (others.isEmpty() ? "this" : "them") + ".",
                first);
    }
}
