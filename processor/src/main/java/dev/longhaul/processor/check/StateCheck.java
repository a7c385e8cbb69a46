package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.model.Verdict.Miscoded;
import dev.longhaul.processor.model.Verdict.Unsupported;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;

/** Whether the handler can save and restore every state field. */
final class StateCheck implements Check {

    private static final String ADVICE =
            "Keep what it is made from instead, or give the field a codec: @State(codec = ...).";

    @Override
    public void check(Job job, Report report) {
        if (job.states().isEmpty() && job.state().children().isEmpty() && !job.misspelt()) {
            report.add(stateMissing(job.at()));
        }
        for (StateField field : job.states()) {
            Located<String> where = Located.at(field.name(), field.element());
            Set<Modifier> modifiers = field.element().getModifiers();
            if (modifiers.contains(Modifier.STATIC)) {
                report.add(stateFieldStatic(where));
            } else if (modifiers.contains(Modifier.FINAL)) {
                report.add(stateFieldFinal(where));
            }
            String hiddenBy = field.hiddenBy();
            if (hiddenBy != null) {
                report.add(stateFieldHidden(where, hiddenBy));
            }
            String rival = field.rival();
            if (rival != null) {
                report.add(stateFieldAmbiguous(where, rival));
            }
            if (!field.accessible()) {
                report.add(stateFieldPrivate(where));
            }
            if (field.verdict() instanceof Miscoded miscoded) {
                AnnotationMirror state =
                        Mirrors.find(field.element(), Names.STATE).orElseThrow();
                AnnotationValue codec = Mirrors.written(state, "codec");
                report.add(stateCodecUnusable(
                        new Located<>(field.name(), field.element(), state, codec, false), miscoded));
            }
            if (field.verdict() instanceof Unsupported unsupported && !Followers.isToldElsewhere(unsupported, job)) {
                report.add(Problems.typeUnsupported(
                        where.with("state \"" + field.name() + "\""), unsupported, "saved", ADVICE));
            }
        }
    }

    /** Nothing would be carried from hop to hop. */
    private static Problem stateMissing(Located<String> job) {
        return Problem.warning(
                ProblemId.StateMissing,
                job.value()
                        + " has no @State field, so every hop would begin from nothing. Annotate the fields that the"
                        + " next hop needs.",
                job);
    }

    /** The handler can't read or write the field. */
    private static Problem stateFieldPrivate(Located<String> field) {
        return Problem.error(
                ProblemId.StateFieldPrivate,
                "the @State field " + field.value() + " is private or of another package, and the handler saves it"
                        + " without reflection. Make it package-private, or"
                        + " public where it is inherited from another package.",
                field);
    }

    /** The field can't be restored. */
    private static Problem stateFieldFinal(Located<String> field) {
        return Problem.error(
                ProblemId.StateFieldFinal,
                "the @State field " + field.value() + " is final, and every hop restores it. Remove final.",
                field);
    }

    /** The field is not the job's own. */
    private static Problem stateFieldStatic(Located<String> field) {
        return Problem.error(
                ProblemId.StateFieldStatic,
                "the @State field " + field.value() + " is static, and state belongs to one chain. Remove static.",
                field);
    }

    /** The handler would save another field. */
    private static Problem stateFieldHidden(Located<String> field, String below) {
        return Problem.error(
                ProblemId.StateFieldHidden,
                "the @State field " + field.value() + " is hidden by the field of that name in " + below
                        + ", and the handler would save that one. Rename one of the two.",
                field);
    }

    /** The handler could not tell two fields apart. */
    private static Problem stateFieldAmbiguous(Located<String> field, String rival) {
        return Problem.error(
                ProblemId.StateFieldHidden,
                "the @State field " + field.value() + " has the name of the constant in " + rival
                        + ", and the handler could not tell them apart. Rename one of the two.",
                field);
    }

    /** The codec of a field that the handler can't use. */
    private static Problem stateCodecUnusable(Located<String> field, Miscoded miscoded) {
        return Problem.error(
                ProblemId.StateCodecUnusable,
                "the codec " + Problems.plain(miscoded.codec()) + " of the @State field " + field.value()
                        + " can't be used: " + miscoded.objection(),
                field);
    }
}
