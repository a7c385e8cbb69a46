package dev.longhaul.processor;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import java.io.IOException;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;

/** What becomes of a failure of the processor itself: one error at the class, and the compilation goes on. */
final class Crash {

    private Crash() {}

    /** Something that the processor makes for a class. */
    interface Making<T> {

        /** Makes it. */
        T make() throws IOException;
    }

    /** Something that the processor does for a class. */
    interface Work {

        /** Does it. */
        void run() throws IOException;
    }

    /** Does some work. Only the first failure on a class is told. */
    static void guard(Element element, Report report, Work work) {
        guard(element, report, false, () -> {
            work.run();
            return true;
        });
    }

    /** Makes something, or takes the other where that fails. */
    static <T> T guard(Element element, Report report, T otherwise, Making<T> making) {
        try {
            return making.make();
        } catch (IOException e) {
            tell(element, report, Crash::unwritable, e);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // Others, such as a lack of memory, are the compiler's to tell.
            tell(element, report, Crash::internal, e);
        }
        return otherwise;
    }

    private static <E extends Throwable> void tell(
            Element element, Report report, BiFunction<Located<String>, E, Problem> message, E failure) {
        if (!report.has(ProblemId.Internal)) {
            report.add(message.apply(Located.at(element.toString(), element), failure));
        }
    }

    /** The processor itself has failed. */
    private static Problem internal(Located<String> job, Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return Problem.error(
                ProblemId.Internal,
                "the processor failed on " + job.value() + ": " + failure + (stack.length == 0 ? "" : " at " + stack[0])
                        + ". This is a defect of Longhaul's: report it with this line and the class.",
                job);
    }

    /** What the processor made can't be written. */
    private static Problem unwritable(Located<String> job, IOException failure) {
        return Problem.error(
                ProblemId.Internal,
                "what belongs to " + job.value() + " can't be written: " + failure
                        + ". Look whether the compiler's output folder is there, may be written, and has room.",
                job);
    }
}
