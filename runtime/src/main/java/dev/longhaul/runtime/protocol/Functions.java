package dev.longhaul.runtime.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of functions: a job's has its own name, and what is added to all names of a deployment. */
public final class Functions {

    private static final Pattern ARN = Pattern.compile("(arn:[^:]+:lambda:[^:]+:[^:]+:function:)([^:]+)(?::[^:]+)?");

    private Functions() {}

    /** The name in a function's ARN, without its qualifier; what is no such ARN, as it is. */
    public static String nameIn(String function) {
        Matcher arn = ARN.matcher(function);
        return arn.matches() ? arn.group(2) : function;
    }

    /**
     * The function of another job in the same deployment: it has the same suffix.
     *
     * @param job the other job
     * @param own the ARN of a function, with or without a qualifier
     * @param ownJob the job that this function runs
     * @return the function's ARN, without a qualifier
     * @throws IllegalStateException when {@code own} is no function's, or its name does not begin with its job's
     */
    public static String ofJob(String job, String own, String ownJob) {
        Matcher arn = ARN.matcher(own);
        if (!arn.matches()) {
            throw new IllegalStateException("the chain is run by " + own
                    + ", which is no Lambda function, so that there is none for its children of the job " + job
                    + " beside it. Run it as a Lambda function.");
        }
        String name = arn.group(2);
        if (!name.startsWith(ownJob)) {
            throw new IllegalStateException(
                    "the function is called " + name + ", which does not begin with the job's name "
                            + ownJob + ", so that the function of the job " + job
                            + " can't be told. Name the functions as the generated templates do.");
        }
        return arn.group(1) + job + name.substring(ownJob.length());
    }
}
