package dev.longhaul.processor;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import java.io.IOException;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;

/** What becomes of a failure of the processor itself: one error at the class, and the compilation goes on. */
final class Crash {

    private Crash() {}

    /** Something that the processor does for a class. */
    interface Work {

        /** Does it, and answers whether the class is done with. */
        boolean run() throws IOException;
    }

    /** Does some work; a class on which it fails is done with. Only the first failure on a class is told. */
    static boolean guard(Element element, Report report, Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            tell(element, report, Problems::unwritable, e);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // Others, such as a lack of memory, are the compiler's to tell.
            tell(element, report, Problems::internal, e);
        }
        return true;
    }

    private static <E extends Throwable> void tell(
            Element element, Report report, BiFunction<Located<String>, E, Problem> message, E failure) {
        if (!report.has(ProblemId.Internal)) {
            report.add(message.apply(Located.at(element.toString(), element), failure));
        }
    }
}
