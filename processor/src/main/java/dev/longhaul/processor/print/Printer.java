package dev.longhaul.processor.print;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints problems, each where it is. */
public final class Printer {

    private final Messager messager;
    private final Roots roots;
    private final boolean warningsAreErrors;

    /**
     * Prints through the compiler.
     *
     * @param roots what is compiled
     * @param warningsAreErrors whether a warning that is not suppressed fails the compilation
     */
    public Printer(Messager messager, Roots roots, boolean warningsAreErrors) {
        this.messager = messager;
        this.roots = roots;
        this.warningsAreErrors = warningsAreErrors;
    }

    /** Prints what was found on a job, or on a member that should belong to one. */
    public void print(Report report, Element job) {
        for (Problem problem : report.problems()) {
            if (!Suppressions.isSuppressed(problem, job)) {
                Problem shown = roots.contain(problem.where().element()) ? problem : problem.inheritedBy(job);
                Located<?> where = shown.where();
                messager.printMessage(
                        kind(shown), shown.message(), where.element(), where.annotation(), where.attribute());
            }
        }
    }

    private Kind kind(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> Kind.ERROR;
            case WARNING -> warningsAreErrors ? Kind.ERROR : Kind.WARNING;
            case NOTE -> Kind.NOTE;
        };
    }
}
