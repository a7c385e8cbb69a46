package dev.longhaul.runtime.protocol;

/**
 * What tells a process of one's own, which runs chains in a container or on a machine, from a Lambda function: its requests, and
 * its name where a function's ARN would stand, begin with {@code process:}.
 */
public final class Processes {

    private static final String PREFIX = "process:";

    private Processes() {}

    /** A name of that form. */
    public static String named(String id) {
        return PREFIX + id;
    }

    /** Whether a request, an owner of a chain or the name of a function is a process's. */
    public static boolean is(String name) {
        return name.startsWith(PREFIX);
    }
}
