package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Whether a member annotation is in a job, or in a class or interface that jobs can inherit it from. */
public final class OrphanCheck {

    /** Looks at one annotated member. */
    public void check(Element member, String annotation, Report report) {
        Element type = member.getEnclosingElement();
        if (type != null
                && !mayBeInherited(type)
                && Mirrors.find(type, Names.LONG_RUNNING).isEmpty()) {
            report.add(MemberProblems.orphan(
                    Located.at(member.getSimpleName().toString(), member),
                    annotation,
                    type.getSimpleName().toString()));
        }
    }

    private static boolean mayBeInherited(Element type) {
        return type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT);
    }
}
