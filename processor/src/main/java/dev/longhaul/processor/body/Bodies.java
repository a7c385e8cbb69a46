package dev.longhaul.processor.body;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.problem.BodyProblems;
import dev.longhaul.processor.problem.Report;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The rules about what a job's methods do. They need the sources of the methods, which javac shows and other compilers
 * do not: there they are off, and one note says so. Not thread-safe.
 *
 * <p>This class does not mention javac's types, for it to load where there are none.
 */
public final class Bodies {

    private final ProcessingEnvironment environment;
    private @Nullable BodyRules rules;
    private boolean looked;

    /** The rules for one compilation. */
    public Bodies(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Looks at the bodies of a job's methods. */
    public void check(Job job, Report report) {
        if (!looked) {
            looked = true;
            rules = find(environment);
            if (rules == null) {
                report.add(BodyProblems.bodiesUnread(job.at()));
            }
        }
        if (rules != null) {
            rules.check(job, report);
        }
    }

    private static @Nullable BodyRules find(ProcessingEnvironment outermost) {
        try {
            for (ProcessingEnvironment inner = outermost; inner != null; inner = ProcessingEnvironments.within(inner)) {
                BodyRules found = TreeRules.of(inner);
                if (found != null) {
                    return found;
                }
            }
        } catch (LinkageError e) {
            // A compiler other than javac, in a Java without it.
        }
        return null;
    }
}
