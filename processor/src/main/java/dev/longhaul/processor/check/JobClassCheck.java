package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.Report;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether the handler can create the job. */
final class JobClassCheck implements Check {

    @Override
    public void check(Job job, Report report) {
        TypeElement type = job.type();
        Located<String> where = job.at();
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            report.add(MemberProblems.jobAbstract(where));
        }
        if (!type.getTypeParameters().isEmpty()) {
            report.add(MemberProblems.jobGeneric(where));
        }
        if (!isReachable(job, type, where, report)) {
            return;
        }
        boolean creatable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
        if (!creatable) {
            report.add(MemberProblems.jobConstructor(where));
        }
    }

    private static boolean isReachable(Job job, TypeElement type, Located<String> where, Report report) {
        if (job.home().inCompactFile()) {
            report.add(MemberProblems.jobUnnamed(where));
            return false;
        }
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                report.add(MemberProblems.jobPrivate(where, at.getSimpleName().toString()));
                return false;
            }
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            report.add(MemberProblems.jobInner(where, "an inner class"));
            return false;
        }
        return true;
    }
}
