package dev.longhaul.processor.print;

import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Report;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints problems, each where it is. */
public final class Printer {

    private final Messages messages;
    private final Roots roots;
    private final boolean warningsAreErrors;

    /**
     * A printer.
     *
     * @param messages where it prints
     * @param roots what is compiled
     * @param warningsAreErrors whether a warning that is not suppressed fails the compilation
     */
    public Printer(Messages messages, Roots roots, boolean warningsAreErrors) {
        this.messages = messages;
        this.roots = roots;
        this.warningsAreErrors = warningsAreErrors;
    }

    /** Prints what was found on a job, or on a member that should belong to one. */
    public void print(Report report, Element job) {
        for (Problem problem : report.problems()) {
            if (!Suppressions.isSuppressed(problem, job)) {
                Problem shown = roots.contain(problem.where().element()) ? problem : problem.inheritedBy(job);
                messages.print(kind(shown), shown);
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
