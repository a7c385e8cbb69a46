package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Whether the handler can create the job. */
final class JobClassCheck implements Check {

    private final Check creation = new CreationCheck();

    @Override
    public void check(Job job, Report report) {
        TypeElement type = job.type();
        Located<String> where = job.at();
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            report.add(jobAbstract(where));
        }
        if (!type.getTypeParameters().isEmpty()) {
            report.add(jobGeneric(where));
        }
        if (isReachable(job, type, where, report)) {
            creation.check(job, report);
        }
    }

    private static boolean isReachable(Job job, TypeElement type, Located<String> where, Report report) {
        if (job.home().inCompactFile()) {
            report.add(jobUnnamed(where));
            return false;
        }
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                report.add(jobPrivate(where, at.getSimpleName().toString()));
                return false;
            }
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            report.add(jobInner(where, "an inner class"));
            return false;
        }
        return true;
    }

    /** The handler can't create it. */
    private static Problem jobAbstract(Located<String> job) {
        return Problem.error(
                ProblemId.JobAbstract,
                job.value() + " is abstract, and the handler creates a job for every hop. Annotate a concrete class.",
                job);
    }

    /** The handler can't see it. */
    private static Problem jobPrivate(Located<String> job, String enclosing) {
        return Problem.error(
                ProblemId.JobPrivate,
                enclosing + " is private, and the handler is in another class. Make it package-private or public.",
                job);
    }

    /** The handler can't create it. */
    private static Problem jobInner(Located<String> job, String why) {
        return Problem.error(
                ProblemId.JobInner,
                job.value() + " is " + why + ", and the handler has no object to create it in. Make it a top-level or a"
                        + " static nested class.",
                job);
    }

    /** The handler can't name its type. */
    private static Problem jobGeneric(Located<String> job) {
        return Problem.error(
                ProblemId.JobGeneric,
                job.value() + " has type parameters, and the handler can't choose their types. Annotate a class that"
                        + " extends it with the types filled in.",
                job);
    }

    /** The handler can't name the job. */
    private static Problem jobUnnamed(Located<String> job) {
        return Problem.error(
                ProblemId.JobInner,
                job.value()
                        + " is in a compact source file, whose class has no name, and the handler has to name the job."
                        + " Make it a class of its own file.",
                job);
    }
}
