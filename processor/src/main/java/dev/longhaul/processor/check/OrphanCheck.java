package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Whether member annotations are in a job, or in a class or interface that jobs can inherit them from. A class is told of
 * once, at its first annotated member: its annotation is what is missing.
 */
public final class OrphanCheck {

    /**
     * Looks at one class with annotated members.
     *
     * @param extended whether a job extends it
     */
    public void check(TypeElement type, boolean extended, Report report) {
        if (extended
                || mayBeInherited(type)
                || Mirrors.find(type, Names.LONG_RUNNING).isPresent()) {
            return;
        }
        List<? extends Element> members = type.getEnclosedElements().stream()
                .filter(member -> Mirrors.ours(member).isPresent() && !isRenamedPart(member))
                .toList();
        if (members.isEmpty()) {
            return;
        }
        Element first = members.get(0);
        AnnotationMirror annotation = Mirrors.ours(first).orElseThrow();
        report.add(orphan(
                Located.at(first.getSimpleName().toString(), first),
                members.stream()
                        .skip(1)
                        .map(member -> member.getSimpleName().toString())
                        .toList(),
                annotation.getAnnotationType().asElement().getSimpleName().toString(),
                type.getSimpleName().toString()));
    }

    /** Whether an annotation says only how the part of a record or a bean was called, which jobs read. */
    private static boolean isRenamedPart(Element member) {
        return Mirrors.find(member, Names.STATE)
                .filter(state -> Mirrors.written(state, "formerly") != null && Mirrors.written(state, "codec") == null)
                .isPresent();
    }

    private static boolean mayBeInherited(Element type) {
        return type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Member annotations that nothing reads. */
    private static Problem orphan(Located<String> first, List<String> others, String annotation, String type) {
        return Problem.error(
                ProblemId.OrphanAnnotation,
                first.value() + " is annotated @" + annotation + ", but " + type
                        + " is not @LongRunning, so nothing reads it"
                        + (others.isEmpty() ? "" : ", or the annotations of " + String.join(", ", others))
                        + ". Annotate the class if it is a job, make it abstract if jobs extend it, or remove "
                        + (others.isEmpty() ? "this" : "them") + ".",
                first);
    }
}
