package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.problem.Problems;
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
            report.add(Problems.duplicateJobName(job.options().name(), other));
        }
    }
}
