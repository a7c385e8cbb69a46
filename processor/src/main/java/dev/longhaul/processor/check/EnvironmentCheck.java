package dev.longhaul.processor.check;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Variable;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a function can have the environment variables that a job names. */
final class EnvironmentCheck implements Check {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");

    /** Those that Lambda sets itself, and lets nobody else set. */
    private static final Set<String> RESERVED = Set.of(
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT");

    @Override
    public void check(Job job, Report report) {
        Map<String, String> parameters = new HashMap<>();
        for (Variable variable : job.options().environment()) {
            Located<String> name = variable.at();
            if (!NAME.matcher(name.value()).matches()) {
                report.add(environmentInvalid(
                        name,
                        "is none that Lambda takes",
                        "Begin with a letter, and go on with letters, digits and _."));
            } else if (RESERVED.contains(name.value())) {
                report.add(environmentInvalid(name, "is one that Lambda sets itself", "Leave it out: it is there."));
            } else if (name.value().startsWith("LONGHAUL_")) {
                report.add(environmentInvalid(name, "is one of Longhaul's own", "Leave it out, or call it otherwise."));
            } else {
                String other = parameters.putIfAbsent(variable.parameter(), name.value());
                if (other != null) {
                    report.add(environmentInvalid(
                            name,
                            "would have the template's parameter of \"" + other + "\"",
                            "Name each variable once, and two that differ by _ and case alone not at all."));
                }
            }
        }
    }

    /** The function could not have the variable. */
    private static Problem environmentInvalid(Located<String> name, String why, String advice) {
        return Problem.error(
                ProblemId.EnvironmentInvalid,
                "the environment variable \"" + name.value() + "\" " + why + ". " + advice,
                name);
    }
}
