package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.model.Verdict.Miscoded;
import dev.longhaul.processor.model.Verdict.Unsupported;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.MemberProblems;
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
        if (job.states().isEmpty()) {
            report.add(MemberProblems.stateMissing(job.at()));
        }
        for (StateField field : job.states()) {
            Located<String> where = Located.at(field.name(), field.element());
            Set<Modifier> modifiers = field.element().getModifiers();
            if (modifiers.contains(Modifier.STATIC)) {
                report.add(MemberProblems.stateFieldStatic(where));
            } else if (modifiers.contains(Modifier.FINAL)) {
                report.add(MemberProblems.stateFieldFinal(where));
            }
            String hiddenBy = field.hiddenBy();
            if (hiddenBy != null) {
                report.add(MemberProblems.stateFieldHidden(where, hiddenBy));
            }
            String rival = field.rival();
            if (rival != null) {
                report.add(MemberProblems.stateFieldAmbiguous(where, rival));
            }
            if (!field.accessible()) {
                report.add(MemberProblems.stateFieldPrivate(where));
            }
            if (field.verdict() instanceof Miscoded miscoded) {
                AnnotationMirror state =
                        Mirrors.find(field.element(), Names.STATE).orElseThrow();
                AnnotationValue codec =
                        state.getElementValues().values().iterator().next();
                report.add(MemberProblems.stateCodecUnusable(
                        new Located<>(field.name(), field.element(), state, codec, false), miscoded));
            }
            if (field.verdict() instanceof Unsupported unsupported
                    && !Followers.isToldElsewhere(unsupported, field.element(), job)) {
                report.add(MemberProblems.typeUnsupported(
                        where.with("state \"" + field.name() + "\""), unsupported, "saved", ADVICE));
            }
        }
    }
}
