package dev.longhaul.client;

/**
 * A job, and the function that runs it.
 *
 * @param job the job's name
 * @param function the function's name or ARN, with an alias or version where one is meant
 */
public record JobFunction(String job, String function) {

    /** A job whose function has its name, as in a template without a {@code Suffix}. */
    public static JobFunction named(String job) {
        return new JobFunction(job, job);
    }
}
