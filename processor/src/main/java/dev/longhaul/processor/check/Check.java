package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.problem.Report;

/** A family of rules. A check looks at the job alone, and adds what it finds. */
interface Check {

    void check(Job job, Report report);
}
