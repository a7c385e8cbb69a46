package dev.longhaul.processor;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints problems, each where it is. */
final class Printer {

    private final Messager messager;
    private final boolean warningsAreErrors;

    /**
     * Prints through the compiler.
     *
     * @param warningsAreErrors whether a warning that is not suppressed fails the compilation
     */
    Printer(Messager messager, boolean warningsAreErrors) {
        this.messager = messager;
        this.warningsAreErrors = warningsAreErrors;
    }

    /** Prints what was found on a job, or on a member that should belong to one. */
    void print(Report report, Element job) {
        for (Problem problem : report.problems()) {
            if (!Suppressions.isSuppressed(problem, job)) {
                Located<?> where = problem.where();
                messager.printMessage(
                        kind(problem), problem.message(), where.element(), where.annotation(), where.attribute());
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
