package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Whether every member annotation is in a job, or in a class or interface that jobs can inherit it from. It remembers the
 * members over all rounds, since a job may come in a later one.
 */
public final class OrphanCheck {

    private final Map<Element, String> members = new LinkedHashMap<>();

    /** Notes the members with an annotation. */
    public void remember(TypeElement annotation, Set<? extends Element> annotated) {
        annotated.forEach(
                member -> members.put(member, annotation.getSimpleName().toString()));
    }

    /** Looks at all members of the compilation. */
    public void check(Report report) {
        members.forEach((member, annotation) -> {
            Element type = member.getEnclosingElement();
            if (type != null
                    && !mayBeInherited(type)
                    && Mirrors.find(type, Names.LONG_RUNNING).isEmpty()) {
                report.add(MemberProblems.orphan(
                        Located.at(member.getSimpleName().toString(), member),
                        annotation,
                        type.getSimpleName().toString()));
            }
        });
    }

    private static boolean mayBeInherited(Element type) {
        return type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT);
    }
}
