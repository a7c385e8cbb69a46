package dev.longhaul.local.function;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Lambda's rules for a function's environment variables: names, reserved names, size. */
final class EnvironmentVariables {

    private static final int MAXIMUM_BYTES = 4096;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");

    // Lambda reserves the three of the credentials too. Here they are dummies, and a function may need others for a
    // store of the user's.
    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private EnvironmentVariables() {}

    static void check(Map<String, String> variables) {
        int bytes = 0;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            String name = variable.getKey();
            if (RESERVED.contains(name)) {
                throw new IllegalArgumentException(
                        "environment variable " + name + " is reserved: Lambda sets it itself, so leave it out");
            }
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("environment variable \"" + name
                        + "\" has no valid name: begin with a letter, go on with letters, digits and underscores");
            }
            bytes += utf8(name) + utf8(variable.getValue());
        }
        if (bytes > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("the environment variables take " + bytes
                    + " bytes: Lambda allows 4096 in all, so put large values elsewhere");
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
