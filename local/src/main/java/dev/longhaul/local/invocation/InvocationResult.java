package dev.longhaul.local.invocation;

/** What became of the attempt to run an invocation. */
public sealed interface InvocationResult {

    /**
     * A process ran it, well or not.
     *
     * @param report how it ended, and what it took
     * @param payload the function's answer, or the error as JSON with {@code errorType} and {@code errorMessage}
     * @param logTail the last 4 KB of its log
     */
    record Completed(Report report, Payload payload, Payload logTail) implements InvocationResult {

        /** Whether Lambda would mark the answer with {@code X-Amz-Function-Error}. */
        public boolean isError() {
            return report.status() != InvocationStatus.SUCCEEDED;
        }
    }

    /**
     * Refused, since too many run already.
     *
     * @param reason which bound it was
     */
    record Throttled(Reason reason) implements InvocationResult {}

    /**
     * No process could be had: the service's fault, not the function's.
     *
     * @param message what went wrong
     */
    record Unavailable(String message) implements InvocationResult {}

    /** The bound that an invocation was refused for. */
    enum Reason {
        /** The function is turned off: its reserved concurrency is 0. */
        ZERO_RESERVED_CONCURRENCY("ReservedFunctionConcurrentInvocationLimitExceeded"),

        /** The function's own reserved concurrency. */
        RESERVED_CONCURRENCY("ReservedFunctionConcurrentInvocationLimitExceeded"),

        /** What all functions without a reservation share. */
        ACCOUNT_CONCURRENCY("ConcurrentInvocationLimitExceeded");

        private final String awsName;

        Reason(String awsName) {
            this.awsName = awsName;
        }

        /** The {@code Reason} in Lambda's answer. */
        public String awsName() {
            return awsName;
        }
    }
}
