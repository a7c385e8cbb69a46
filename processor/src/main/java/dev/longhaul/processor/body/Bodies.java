package dev.longhaul.processor.body;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.print.Messages;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import dev.longhaul.processor.read.Symbols;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The rules about what a job's methods do. They read the methods' bodies when javac has resolved the names in them, which is
 * after all processors are done. Other compilers do not show bodies: there the rules are off, and one note says so. Not
 * thread-safe.
 *
 * <p>This class does not mention javac's types, for it to load where there are none.
 */
public final class Bodies {

    private static final String KOTLIN = "kotlin.Metadata";

    private final ProcessingEnvironment environment;
    private final Symbols symbols;
    private final Reader reader;
    private @Nullable Watch watch;
    private boolean looked;
    private boolean kotlinTold;

    /**
     * The rules for one compilation.
     *
     * @param reader who is called when bodies can be read
     */
    public Bodies(ProcessingEnvironment environment, Symbols symbols, Reader reader) {
        this.environment = environment;
        this.symbols = symbols;
        this.reader = reader;
    }

    /** Who is called when bodies can be read. */
    public interface Reader {

        /**
         * Lets the rules look at a class.
         *
         * @param type the class
         * @param rules what looks at it
         * @param messages where the problems are printed
         */
        void read(TypeElement type, Rules rules, Messages messages);
    }

    /** What looks at a class, and adds what it finds. */
    public interface Rules {

        /** Looks at the class. */
        void check(Report report);
    }

    /** Where javac is the compiler: what waits for it. */
    interface Watch {

        /** Looks at a job as soon as all its bodies can be read. */
        void expect(Job job);
    }

    /** Has the bodies of a job read when they can be, or says why they won't be. */
    public void expect(Job job, Report report) {
        if (isKotlin(job.type())) {
            if (!kotlinTold) {
                kotlinTold = true;
                report.add(kotlinBodiesUnread(job.at()));
            }
            return;
        }
        if (!looked) {
            looked = true;
            watch = find();
            if (watch == null) {
                report.add(bodiesUnread(job.at()));
            }
        }
        if (watch != null) {
            watch.expect(job);
        }
    }

    /** Whether a class is one of Kotlin's: the methods of its stub have bodies that its source does not have. */
    static boolean isKotlin(TypeElement type) {
        return Mirrors.find(type, KOTLIN).isPresent();
    }

    private @Nullable Watch find() {
        Messages messages = Messages.through(environment.getMessager());
        try {
            for (@Nullable ProcessingEnvironment inner = environment;
                    inner != null;
                    inner = ProcessingEnvironments.within(inner)) {
                Watch found = JavacWatch.in(inner, symbols, reader, messages);
                if (found != null) {
                    return found;
                }
            }
        } catch (LinkageError e) {
            // A compiler other than javac, in a Java without it.
        }
        return null;
    }

    /**
     * What the rules about bodies need is not there.
     *
     * @param job the first job of the compilation
     */
    private static Problem bodiesUnread(Located<String> job) {
        return unread("this compiler does not show the bodies of methods", "javac checks them", job);
    }

    /**
     * The bodies are those of stubs.
     *
     * @param job the first job of the compilation in Kotlin
     */
    private static Problem kotlinBodiesUnread(Located<String> job) {
        return unread("the methods of a Kotlin class have other bodies here than in its source", "all others are", job);
    }

    private static Problem unread(String why, String besides, Located<String> job) {
        return Problem.note(
                ProblemId.BodiesUnread,
                why + ", so that the rules about bodies, such as TerminateNeverTrue and StepNeverReturns, are not"
                        + " checked; " + besides,
                job);
    }
}
