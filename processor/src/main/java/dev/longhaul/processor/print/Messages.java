package dev.longhaul.processor.print;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Where problems are printed. */
public interface Messages {

    /** Prints a problem where it is. */
    void print(Kind kind, Problem problem);

    /** The compiler's messager, which knows the places of elements. */
    static Messages through(Messager messager) {
        return (kind, problem) -> {
            Located<?> where = problem.where();
            messager.printMessage(kind, problem.message(), where.element(), where.annotation(), where.attribute());
        };
    }
}
