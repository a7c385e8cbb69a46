package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import java.util.HashMap;
import java.util.Map;

/** Whether the jobs of one compilation have different names: it remembers them over all rounds. */
public final class NameCheck {

    private final Map<String, String> taken = new HashMap<>();

    /** Looks at one more job. */
    public void check(Job job, Report report) {
        String type = job.type().getQualifiedName().toString();
        String other = taken.putIfAbsent(job.name(), type);
        if (other != null && !other.equals(type)) {
            report.add(duplicateJobName(job.options().name(), other));
        }
    }

    /** Two jobs would be one function. */
    private static Problem duplicateJobName(Located<String> name, String other) {
        return Problem.error(
                ProblemId.DuplicateJobName,
                "the name \"" + name.value() + "\" is that of " + other + " too, and a name is one function's."
                        + " Set name on one of them.",
                name);
    }
}
