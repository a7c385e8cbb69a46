package dev.longhaul.processor.body;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.problem.Report;

/** The rules where the bodies can be read. */
interface BodyRules {

    void check(Job job, Report report);
}
